package io.tidemark.contracts.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the codecs share: a streaming parse, because binding costs clearly more per event. */
final class JsonEvents {
    static final JsonFactory FACTORY = new JsonFactory();

    /** Writes the fields of one event into an object that is already open. */
    interface FieldWriter {
        void write(JsonGenerator json) throws IOException;
    }

    /** Takes one field whose value the parser stands on; skips it when it does not know the name. */
    interface FieldReader {
        void read(String name, JsonParser json) throws IOException, DecodeException;
    }

    private JsonEvents() {}

    static byte[] encode(int version, FieldWriter fields) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", version);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static void decode(byte[] bytes, FieldReader fields) throws DecodeException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new DecodeException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.read(name, json);
                // A reader that does not know a field leaves the parser at its start.
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw new DecodeException("text after the JSON object");
            }
        } catch (IOException e) {
            throw new DecodeException("not valid JSON: " + firstLine(e), e);
        }
    }

    static String string(String name, JsonParser json) throws IOException, DecodeException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new DecodeException("field " + name + " is no string");
        }
        return json.getText();
    }

    static double number(String name, JsonParser json) throws IOException, DecodeException {
        if (json.currentToken() == null || !json.currentToken().isNumeric()) {
            throw new DecodeException("field " + name + " is no number");
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new DecodeException("field " + name + " is not finite");
        }
        return value;
    }

    static long integer(String name, JsonParser json) throws IOException, DecodeException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new DecodeException("field " + name + " is no integer");
        }
        return json.getLongValue();
    }

    static List<String> strings(String name, JsonParser json) throws IOException, DecodeException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new DecodeException("field " + name + " is no array");
        }
        var values = new ArrayList<String>(4);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(string(name, json));
        }
        return values;
    }

    static void writeStrings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
