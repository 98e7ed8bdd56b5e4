package io.tidemark.landing.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record that is no event, as one line of NDJSON: where it was, why it is here, and its original bytes. */
public final class QuarantineLine {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** A reason may quote a field of any length; the bytes are beside it in full. */
    private static final int MAX_REASON = 300;

    private QuarantineLine() {}

    /** The line with its line end: partition, offset, Kafka timestamp, reason, key and bytes in base64 or null. */
    public static byte[] of(ConsumerRecord<byte[], byte[]> record, String reason) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("partition", record.partition());
            json.writeNumberField("offset", record.offset());
            json.writeNumberField("timestamp", record.timestamp());
            json.writeStringField("reason", shortened(reason));
            writeBase64(json, "key", record.key());
            writeBase64(json, "bytes", record.value());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void writeBase64(JsonGenerator json, String name, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            json.writeNullField(name);
        } else {
            json.writeBinaryField(name, bytes);
        }
    }

    /** Cut where no surrogate pair is split: the line must be UTF-8. */
    private static String shortened(String reason) {
        StringBuilder text = new StringBuilder();
        reason.codePoints()
                .limit(MAX_REASON)
                .map(point -> Character.getType(point) == Character.SURROGATE ? '?' : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
