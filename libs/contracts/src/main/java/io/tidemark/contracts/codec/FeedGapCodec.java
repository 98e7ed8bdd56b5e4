package io.tidemark.contracts.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.tidemark.contracts.event.FeedGap;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link FeedGap} as JSON: {@code schema/feed-gap.v1.json}. */
public final class FeedGapCodec implements Codec<FeedGap> {

    @Override
    public byte[] encode(FeedGap gap) {
        return JsonEvents.encode(FeedGap.VERSION, json -> {
            json.writeStringField("feed", gap.feed());
            JsonEvents.writeStrings(json, "symbols", gap.symbols());
            json.writeNumberField("from", gap.from());
            json.writeNumberField("to", gap.to());
            json.writeStringField("reason", gap.reason());
        });
    }

    @Override
    public FeedGap decode(byte[] json) throws DecodeException {
        var fields = new Fields();
        JsonEvents.decode(json, fields);
        long from = Required.field("from", fields.from);
        long to = Required.field("to", fields.to);
        if (to < from) {
            throw new DecodeException("a gap ends before it begins: from=" + from + " to=" + to);
        }
        return new FeedGap(Required.text("feed", fields.feed), fields.symbols, from, to, fields.reason);
    }

    private static final class Fields implements JsonEvents.FieldReader {
        private @Nullable String feed;
        private List<String> symbols = List.of();
        private @Nullable Long from;
        private @Nullable Long to;
        private String reason = "";

        @Override
        public void read(String name, JsonParser json) throws IOException, DecodeException {
            switch (name) {
                case "feed" -> feed = JsonEvents.string(name, json);
                case "symbols" -> symbols = JsonEvents.strings(name, json);
                case "from" -> from = JsonEvents.integer(name, json);
                case "to" -> to = JsonEvents.integer(name, json);
                case "reason" -> reason = JsonEvents.string(name, json);
                default -> {
                    // A field of a newer version.
                }
            }
        }
    }
}
