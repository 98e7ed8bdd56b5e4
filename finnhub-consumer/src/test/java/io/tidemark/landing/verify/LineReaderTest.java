package io.tidemark.landing.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineReaderTest {

    private final Path directory;

    LineReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void lines_of_any_length_are_read_and_all_bytes_are_summed() throws IOException {
        var random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add("x".repeat(random.nextInt(i % 500 == 0 ? 1_000_000 : 300)));
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32C();
        checksum.update(bytes);

        List<String> read = new ArrayList<>();
        try (var reader = new LineReader(Files.write(directory.resolve("file"), bytes), false)) {
            while (reader.next()) {
                read.add(
                        new String(reader.bytes(), reader.from(), reader.to() - reader.from(), StandardCharsets.UTF_8));
            }
            assertThat(reader.length()).isEqualTo(bytes.length);
            assertThat(reader.checksum()).isEqualTo(checksum.getValue());
        }
        assertThat(read).isEqualTo(lines);
    }

    @Test
    void an_empty_file_has_no_lines() throws IOException {
        try (var reader = new LineReader(Files.createFile(directory.resolve("file")), false)) {
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void a_last_line_without_its_end_is_refused() throws IOException {
        try (var reader = new LineReader(Files.writeString(directory.resolve("file"), "one\ntwo"), false)) {
            assertThat(reader.next()).isTrue();
            assertThatThrownBy(reader::next).isInstanceOf(LineReader.UnfinishedLineException.class);
        }
    }

    @Test
    void a_line_goes_on_over_breaks_in_quotes_also_where_the_buffer_ends() throws IOException {
        String first = "a,\"" + "x\n\"\"\r\n".repeat(100_000) + "\",b";
        Path file = Files.writeString(directory.resolve("file"), first + "\n\"\"\n");
        try (var reader = new LineReader(file, true)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.to() - reader.from()).isEqualTo(first.length());
            assertThat(reader.next()).isTrue();
            assertThat(reader.to() - reader.from()).isEqualTo(2);
            assertThat(reader.next()).isFalse();
        }
    }
}
