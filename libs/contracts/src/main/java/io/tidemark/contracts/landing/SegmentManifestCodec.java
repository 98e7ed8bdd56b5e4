package io.tidemark.contracts.landing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link SegmentManifest} as JSON, for people and programs. */
public final class SegmentManifestCodec {
    private static final int VERSION = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Indented UTF-8 JSON, the same bytes for equal manifests. */
    public byte[] encode(SegmentManifest manifest) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("topic", manifest.topic());
            json.writeStringField("topicId", manifest.topicId());
            json.writeNumberField("partition", manifest.partition());
            json.writeNumberField("start", manifest.start());
            json.writeNumberField("end", manifest.end());
            json.writeNumberField("schemaVersion", manifest.schemaVersion());
            json.writeArrayFieldStart("files");
            for (LandedFile file : manifest.files()) {
                write(json, file);
            }
            json.writeEndArray();
            if (manifest.quarantine().isPresent()) {
                json.writeFieldName("quarantine");
                write(json, manifest.quarantine().get());
            }
            if (manifest.gapReason().isPresent()) {
                json.writeStringField("gapReason", manifest.gapReason().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a commit record; fields of a newer version are skipped.
     *
     * @throws IOException when the bytes are no manifest; the message says what is wrong
     */
    public SegmentManifest decode(byte[] bytes) throws IOException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            Map<String, Object> scalars = new HashMap<>();
            List<LandedFile> files = new ArrayList<>();
            LandedFile quarantine = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("files")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        files.add(readFile(json));
                    }
                } else if (name.equals("quarantine")) {
                    quarantine = readFile(json);
                } else {
                    readScalar(json, name, scalars);
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the manifest ends in the middle");
            }
            return new SegmentManifest(
                    text(scalars, "topic"),
                    text(scalars, "topicId"),
                    Math.toIntExact(number(scalars, "partition")),
                    number(scalars, "start"),
                    number(scalars, "end"),
                    Math.toIntExact(number(scalars, "schemaVersion")),
                    files,
                    Optional.ofNullable(quarantine),
                    Optional.ofNullable((String) scalars.get("gapReason")));
        } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
            throw new IOException("no valid manifest: " + e.getMessage(), e);
        }
    }

    private static void write(JsonGenerator json, LandedFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("temporaryName", file.temporaryName());
        json.writeStringField("finalName", file.finalName());
        json.writeNumberField("rows", file.rows());
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("crc32c", String.format(Locale.ROOT, "%08x", file.crc32c()));
        json.writeNumberField("minEventTime", file.minEventTime());
        json.writeNumberField("maxEventTime", file.maxEventTime());
        json.writeEndObject();
    }

    private static LandedFile readFile(JsonParser json) throws IOException {
        Map<String, Object> scalars = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readScalar(json, name, scalars);
        }
        return new LandedFile(
                text(scalars, "temporaryName"),
                text(scalars, "finalName"),
                number(scalars, "rows"),
                number(scalars, "bytes"),
                Long.parseLong(text(scalars, "crc32c"), 16),
                number(scalars, "minEventTime"),
                number(scalars, "maxEventTime"));
    }

    private static void readScalar(JsonParser json, String name, Map<String, Object> into) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> into.put(name, json.getText());
            case VALUE_NUMBER_INT -> into.put(name, json.getLongValue());
            default -> json.skipChildren();
        }
    }

    private static String text(Map<String, Object> scalars, String name) throws IOException {
        return (String) required(name, scalars.get(name));
    }

    private static long number(Map<String, Object> scalars, String name) throws IOException {
        return (Long) required(name, scalars.get(name));
    }

    private static Object required(String name, @Nullable Object value) throws IOException {
        if (value == null) {
            throw new IOException("field " + name + " is missing");
        }
        return value;
    }
}
