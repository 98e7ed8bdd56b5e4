package io.tidemark.landing.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What a proof needs of a line of a quarantine file.
 *
 * @param partition Kafka's, -1 when the line does not say it
 * @param offset Kafka's, -1 when the line does not say it
 */
record QuarantinedRecord(long partition, long offset) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the line at which the reader stands.
     *
     * @throws BadRowException when it is no JSON object with a reason and the original bytes
     */
    static QuarantinedRecord of(LineReader line) throws BadRowException {
        long partition = -1;
        long offset = -1;
        boolean reason = false;
        boolean bytes = false;
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.to() - line.from())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadRowException("is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "partition" -> partition = json.getLongValue();
                    case "offset" -> offset = json.getLongValue();
                    case "reason" -> reason = !json.getText().isBlank();
                    case "bytes" -> bytes = isNullOrBase64(json);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new BadRowException("is no valid JSON: " + e.getMessage());
        }
        if (!reason || !bytes) {
            throw new BadRowException("lacks the reason or the bytes");
        }
        return new QuarantinedRecord(partition, offset);
    }

    /** Records without a value have null; anything else must decode, or the parser throws. */
    private static boolean isNullOrBase64(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        byte[] decoded = json.getBinaryValue();
        return decoded != null;
    }
}
