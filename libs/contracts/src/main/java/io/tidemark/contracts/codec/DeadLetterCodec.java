package io.tidemark.contracts.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.tidemark.contracts.event.DeadLetter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@link DeadLetter} as JSON with its bytes in Base64: {@code schema/dead-letter.v1.json}. */
public final class DeadLetterCodec implements Codec<DeadLetter> {

    @Override
    public byte[] encode(DeadLetter letter) {
        return JsonEvents.encode(DeadLetter.VERSION, json -> {
            json.writeBinaryField("payload", letter.payload());
            json.writeStringField("reason", letter.reason());
            json.writeStringField("origin", letter.origin());
            json.writeNumberField("receivedAt", letter.receivedAt());
        });
    }

    @Override
    public DeadLetter decode(byte[] json) throws DecodeException {
        var fields = new Fields();
        JsonEvents.decode(json, fields);
        return new DeadLetter(
                Required.field("payload", fields.payload),
                Required.field("reason", fields.reason),
                Required.field("origin", fields.origin),
                Required.field("receivedAt", fields.receivedAt));
    }

    private static final class Fields implements JsonEvents.FieldReader {
        private byte @Nullable [] payload;
        private @Nullable String reason;
        private @Nullable String origin;
        private @Nullable Long receivedAt;

        @Override
        public void read(String name, JsonParser json) throws IOException, DecodeException {
            switch (name) {
                case "payload" -> payload = json.getBinaryValue();
                case "reason" -> reason = JsonEvents.string(name, json);
                case "origin" -> origin = JsonEvents.string(name, json);
                case "receivedAt" -> receivedAt = JsonEvents.integer(name, json);
                default -> {
                    // A field of a newer version.
                }
            }
        }
    }
}
