package io.tidemark.batch.landing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the landing consumer said of a partition when it last looked.
 *
 * @param endOffset Kafka's end of the partition then
 * @param updatedAt when that was, epoch ms
 */
record PartitionProgress(long endOffset, long updatedAt) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads a progress file; empty when there is none or it does not say enough: it is advice, not truth. */
    static Optional<PartitionProgress> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        long endOffset = -1;
        long updatedAt = -1;
        try (JsonParser json = FACTORY.createParser(Files.readAllBytes(file))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean number = json.nextToken() == JsonToken.VALUE_NUMBER_INT;
                if (number && name.equals("endOffset")) {
                    endOffset = json.getLongValue();
                } else if (number && name.equals("updatedAt")) {
                    updatedAt = json.getLongValue();
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new LandingException(file + " is no readable progress file: " + e.getMessage(), e);
        }
        return endOffset < 0 || updatedAt < 0
                ? Optional.empty()
                : Optional.of(new PartitionProgress(endOffset, updatedAt));
    }
}
