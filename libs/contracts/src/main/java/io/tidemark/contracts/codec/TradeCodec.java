package io.tidemark.contracts.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.tidemark.contracts.event.Trade;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Trade} as JSON: {@code schema/trade.v1.json}. */
public final class TradeCodec implements Codec<Trade> {

    /**
     * Latest instant that is taken for a trade time: 2100-01-01. Beyond it the number is no epoch ms (seconds or
     * nanoseconds sent by mistake), and it would open directories for years that never come.
     */
    static final long MAX_TIME = 4_102_444_800_000L;

    @Override
    public byte[] encode(Trade trade) {
        return JsonEvents.encode(Trade.VERSION, json -> {
            json.writeStringField("id", trade.id());
            json.writeStringField("symbol", trade.symbol());
            json.writeNumberField("price", trade.price());
            json.writeNumberField("volume", trade.volume());
            json.writeNumberField("tradeTime", trade.tradeTime());
            json.writeNumberField("receivedAt", trade.receivedAt());
            JsonEvents.writeStrings(json, "conditions", trade.conditions());
            json.writeStringField("source", trade.source());
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>Also refuses what cannot be a trade: a price that is not above zero, a negative volume, a time that is no epoch
     * ms between 1970 and 2100, and text that would break a CSV row (control characters, {@code |} in a condition).
     */
    @Override
    public Trade decode(byte[] json) throws DecodeException {
        var fields = new Fields();
        JsonEvents.decode(json, fields);
        return fields.trade();
    }

    private static final class Fields implements JsonEvents.FieldReader {
        private @Nullable String id;
        private @Nullable String symbol;
        private @Nullable Double price;
        private @Nullable Double volume;
        private @Nullable Long tradeTime;
        private @Nullable Long receivedAt;
        private List<String> conditions = List.of();
        private @Nullable String source;

        @Override
        public void read(String name, JsonParser json) throws IOException, DecodeException {
            switch (name) {
                case "id" -> id = JsonEvents.string(name, json);
                case "symbol" -> symbol = JsonEvents.string(name, json);
                case "price" -> price = JsonEvents.number(name, json);
                case "volume" -> volume = JsonEvents.number(name, json);
                case "tradeTime" -> tradeTime = JsonEvents.integer(name, json);
                case "receivedAt" -> receivedAt = JsonEvents.integer(name, json);
                case "conditions" -> conditions = JsonEvents.strings(name, json);
                case "source" -> source = JsonEvents.string(name, json);
                default -> {
                    // A field of a newer version.
                }
            }
        }

        Trade trade() throws DecodeException {
            double checkedPrice = Required.field("price", price);
            if (checkedPrice <= 0) {
                throw new DecodeException("price " + checkedPrice + " is not above zero");
            }
            double checkedVolume = Required.field("volume", volume);
            if (checkedVolume < 0) {
                throw new DecodeException("volume " + checkedVolume + " is negative");
            }
            for (String condition : conditions) {
                if (condition.indexOf('|') >= 0) {
                    throw new DecodeException("a condition holds |, which separates conditions: " + condition);
                }
                printable("conditions", condition);
            }
            return new Trade(
                    printable("id", Required.text("id", id)),
                    printable("symbol", Required.text("symbol", symbol)),
                    checkedPrice,
                    checkedVolume,
                    time("tradeTime", tradeTime),
                    time("receivedAt", receivedAt),
                    conditions,
                    Required.text("source", source));
        }

        private static String printable(String name, String text) throws DecodeException {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    throw new DecodeException("field " + name + " holds a control character");
                }
            }
            return text;
        }

        private static long time(String name, @Nullable Long value) throws DecodeException {
            long time = Required.field(name, value);
            if (time < 0 || time > MAX_TIME) {
                throw new DecodeException(name + " " + time + " is no epoch ms between 1970 and 2100");
            }
            return time;
        }
    }
}
