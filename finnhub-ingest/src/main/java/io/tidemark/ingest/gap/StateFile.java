package io.tidemark.ingest.gap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a {@link FeedMemory} in a small JSON file that is replaced as a whole and forced to disk. */
public final class StateFile {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;

    public StateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * Reads what was left behind; empty when there is no file yet.
     *
     * @throws IOException when the file is there and cannot be understood
     */
    public Optional<FeedMemory> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        long heardUntil = 0;
        List<String> symbols = new ArrayList<>();
        boolean stopped = false;
        try (JsonParser json = JSON.createParser(path.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "heardUntil" -> heardUntil = json.getLongValue();
                    case "stopped" -> stopped = json.getBooleanValue();
                    case "symbols" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            symbols.add(json.getText());
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IOException(
                    "finnhub.state.file " + path + " cannot be read (remove it to start without): " + e.getMessage(),
                    e);
        }
        return heardUntil == 0 ? Optional.empty() : Optional.of(new FeedMemory(heardUntil, symbols, stopped));
    }

    /** Replaces the file; a reader and a crash see the old or the new one, never a part. */
    public void write(FeedMemory memory) throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("heardUntil", memory.heardUntil());
            json.writeBooleanField("stopped", memory.stopped());
            json.writeArrayFieldStart("symbols");
            for (String symbol : memory.symbols()) {
                json.writeString(symbol);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
