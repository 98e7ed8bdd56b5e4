package io.tidemark.batch.compact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link CompactionManifest} as JSON, for people and programs. */
final class CompactionManifestCodec {
    /** Of the manifest and of what the Parquet files hold; a manifest of another version is as if it were absent. */
    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private CompactionManifestCodec() {}

    /** Indented UTF-8 JSON, the same bytes for equal manifests. */
    static byte[] encode(CompactionManifest manifest) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("date", manifest.date().toString());
            json.writeStringField("digest", manifest.digest());
            json.writeStringField("directory", manifest.directory());
            json.writeArrayFieldStart("sources");
            for (CompactedSource source : manifest.sources()) {
                json.writeStartObject();
                json.writeStringField("name", source.name());
                json.writeNumberField("rows", source.rows());
                json.writeNumberField("bytes", source.bytes());
                json.writeStringField("crc32c", hex(source.crc32c()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("parts");
            for (CompactedPart part : manifest.parts()) {
                write(json, part);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("keptOut");
            for (CompactionManifest.KeptOut file : manifest.keptOut()) {
                json.writeStartObject();
                json.writeStringField("name", file.name());
                json.writeStringField("reason", file.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, CompactedPart part) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", part.name());
        json.writeNumberField("rows", part.rows());
        json.writeNumberField("bytes", part.bytes());
        json.writeStringField("crc32c", hex(part.crc32c()));
        json.writeArrayFieldStart("slices");
        for (CompactedPart.Slice slice : part.slices()) {
            json.writeStartObject();
            json.writeNumberField("source", slice.source());
            json.writeNumberField("rows", slice.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Reads a manifest; fields that are not known are skipped.
     *
     * @return nothing when it is of another version
     * @throws IOException when the bytes are no manifest; the message says what is wrong
     */
    static @Nullable CompactionManifest decode(byte[] bytes) throws IOException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            json.nextToken();
            Fields fields = Fields.read(json);
            if (fields.number("version") != VERSION) {
                return null;
            }
            return new CompactionManifest(
                    LocalDate.parse(fields.text("date")),
                    fields.text("digest"),
                    fields.text("directory"),
                    fields.list("sources").stream().map(Fields::source).toList(),
                    fields.list("parts").stream().map(Fields::part).toList(),
                    fields.list("keptOut").stream()
                            .map(file -> new CompactionManifest.KeptOut(file.text("name"), file.text("reason")))
                            .toList());
        } catch (IllegalArgumentException
                | ArithmeticException
                | ClassCastException
                | IndexOutOfBoundsException
                | DateTimeException e) {
            throw new IOException("no valid manifest of a compaction: " + e.getMessage(), e);
        }
    }

    private static String hex(long crc32c) {
        return String.format(Locale.ROOT, "%08x", crc32c);
    }

    /** A JSON object whose values are texts, whole numbers and lists of such objects. */
    private record Fields(Map<String, Object> values, Map<String, List<Fields>> lists) {
        static Fields read(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            var fields = new Fields(new HashMap<>(), new HashMap<>());
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case VALUE_STRING -> fields.values.put(name, json.getText());
                    case VALUE_NUMBER_INT -> fields.values.put(name, json.getLongValue());
                    case START_ARRAY -> {
                        List<Fields> list = new ArrayList<>();
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            list.add(read(json));
                        }
                        fields.lists.put(name, list);
                    }
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the manifest ends in the middle");
            }
            return fields;
        }

        CompactedSource source() {
            return new CompactedSource(text("name"), number("rows"), number("bytes"), crc32c());
        }

        CompactedPart part() {
            return new CompactedPart(
                    text("name"),
                    number("bytes"),
                    crc32c(),
                    list("slices").stream()
                            .map(slice -> new CompactedPart.Slice(
                                    Math.toIntExact(slice.number("source")), Math.toIntExact(slice.number("rows"))))
                            .toList());
        }

        String text(String name) {
            return (String) required(name, values.get(name));
        }

        long number(String name) {
            return (Long) required(name, values.get(name));
        }

        List<Fields> list(String name) {
            return required(name, lists.get(name));
        }

        private long crc32c() {
            return Long.parseLong(text("crc32c"), 16);
        }

        private static <T> T required(String name, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("field " + name + " is missing");
            }
            return value;
        }
    }
}
