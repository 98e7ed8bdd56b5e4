package io.tidemark.landing.segment;

import java.nio.charset.StandardCharsets;

/**
 * What the segments of a dataset hold and where that comes from.
 *
 * @param topic Kafka topic
 * @param header first line of every data file, without its line end
 * @param schemaVersion version of the columns
 */
public record SegmentSource(String topic, String header, int schemaVersion) {

    byte[] headerLine() {
        return (header + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
