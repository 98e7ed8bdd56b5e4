package io.tidemark.news.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON answers so that each element keeps its own bytes. Lenient where services are known to be careless. */
public final class JsonObjects {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonObjects() {}

    /**
     * The elements of an array, each as the bytes it was written in.
     *
     * @param field name of the field of the top object that holds the array, empty when the array is the whole answer;
     *     an object without that field has no elements
     * @throws IOException when the body is something else
     */
    public static List<byte[]> elements(byte[] body, String field) throws IOException {
        var elements = new ArrayList<byte[]>();
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (field.isEmpty()) {
                expect(first == JsonToken.START_ARRAY, "no JSON array");
                readArray(json, body, elements);
            } else {
                expect(first == JsonToken.START_OBJECT, "no JSON object");
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = json.currentName().equals(field);
                    if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                        readArray(json, body, elements);
                    } else {
                        json.skipChildren();
                    }
                }
            }
            expect(json.nextToken() == null, "text after the JSON value");
        }
        return elements;
    }

    /**
     * The strings and numbers of one object as text, by name; everything else in it is left out.
     *
     * @throws IOException when it is no JSON object
     */
    public static Map<String, String> fields(byte[] object) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        try (JsonParser json = JSON.createParser(object)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "no JSON object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return fields;
    }

    private static void readArray(JsonParser json, byte[] body, List<byte[]> into) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() != null, "the array does not end");
            int begin = Math.toIntExact(json.currentTokenLocation().getByteOffset());
            json.skipChildren();
            // Strings and the like are read to their end only when asked for.
            json.finishToken();
            into.add(Arrays.copyOfRange(
                    body, begin, Math.toIntExact(json.currentLocation().getByteOffset())));
        }
    }

    private static void expect(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }
}
