package io.tidemark.landing.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How complete a partition's landed data is.
 *
 * @param topic Kafka topic
 * @param topicId Kafka's id of the topic
 * @param partition of the topic
 * @param position offset after the last landed record
 * @param endOffset Kafka's end of the partition when this was written; greater than position when data waits
 * @param maxEventTime greatest event time landed, epoch ms; 0 while there is none
 * @param updatedAt when Kafka was asked, epoch ms
 */
record PartitionProgress(
        String topic, String topicId, int partition, long position, long endOffset, long maxEventTime, long updatedAt) {
    private static final int VERSION = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    byte[] json() {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("topic", topic);
            json.writeStringField("topicId", topicId);
            json.writeNumberField("partition", partition);
            json.writeNumberField("position", position);
            json.writeNumberField("endOffset", endOffset);
            json.writeNumberField("maxEventTime", maxEventTime);
            json.writeNumberField("updatedAt", updatedAt);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
