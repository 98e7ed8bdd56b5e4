package io.tidemark.ingest.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tidemark.contracts.event.Trade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames. Pure: the same frame gives the same event, and no frame makes it throw. A frame that is no JSON is
 * unreadable as a whole, because what follows the fault cannot be trusted; in readable JSON only the elements at fault
 * are rejected.
 */
public final class FinnhubFrameParser {
    /** {@code NaN} is not JSON, yet feeds send it; it shall cost the record and not the frame. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final TradeLimits limits;

    public FinnhubFrameParser(TradeLimits limits) {
        this.limits = limits;
    }

    public FeedEvent parse(FinnhubFrame frame) {
        try (JsonParser json = JSON.createParser(frame.text())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new FeedEvent.Unreadable(frame.text().isBlank() ? "empty frame" : "not a JSON object");
            }
            FeedEvent event = new Reading(frame, json).event();
            return json.nextToken() == null ? event : new FeedEvent.Unreadable("text after the JSON object");
        } catch (IOException e) {
            return new FeedEvent.Unreadable("not valid JSON: " + firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        return Objects.toString(e.getMessage(), "").lines().findFirst().orElse("");
    }

    /** One frame while it is read: the type comes after the data, so both are kept until the end. */
    private final class Reading {
        private final FinnhubFrame frame;
        private final JsonParser json;
        private final List<Trade> trades = new ArrayList<>();
        private final List<RejectedTrade> rejected = new ArrayList<>();
        private @Nullable String type;
        private String message = "";
        private @Nullable String dataFault = "trade frame without data";

        Reading(FinnhubFrame frame, JsonParser json) {
            this.frame = frame;
            this.json = json;
        }

        FeedEvent event() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "type" -> type = text();
                    case "msg" -> message = Objects.requireNonNullElse(text(), "");
                    case "data" -> readData();
                    default -> json.skipChildren(); // a field of a newer feed
                }
            }
            if (type == null) {
                return new FeedEvent.Unreadable("frame without type");
            }
            return switch (type) {
                case "ping" -> new FeedEvent.Ping();
                case "error" -> new FeedEvent.FeedError(message);
                case "trade" ->
                    dataFault == null ? new FeedEvent.Trades(trades, rejected) : new FeedEvent.Unreadable(dataFault);
                default -> new FeedEvent.Unreadable("unknown frame type");
            };
        }

        private @Nullable String text() throws IOException {
            String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            json.skipChildren();
            return text;
        }

        private void readData() throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                dataFault = null;
                return;
            }
            if (json.currentToken() != JsonToken.START_ARRAY) {
                dataFault = "data is no array";
                json.skipChildren();
                return;
            }
            dataFault = null;
            for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
                readElement(index);
            }
        }

        private void readElement(int index) throws IOException {
            long start = json.currentTokenLocation().getCharOffset();
            String fault = "not a JSON object";
            if (json.currentToken() == JsonToken.START_OBJECT) {
                var fields = new TradeFields();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    fields.read(name, json);
                }
                fault = fields.fault(limits, frame.receivedAt());
                if (fault == null) {
                    trades.add(fields.trade(frame, index));
                }
            } else {
                json.skipChildren();
            }
            if (fault != null) {
                rejected.add(new RejectedTrade(index, textFrom(start), fault));
            }
        }

        private String textFrom(long start) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                // A string is read lazily: unless it is finished, the location is its beginning.
                json.finishToken();
            }
            long end = json.currentLocation().getCharOffset();
            return frame.text()
                    .substring((int) start, (int) Math.min(end, frame.text().length()));
        }
    }
}
