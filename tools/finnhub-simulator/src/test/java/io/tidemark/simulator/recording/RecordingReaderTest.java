package io.tidemark.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.simulator.trade.FeedTrade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordingReaderTest {

    private static final String HEADER = "symbol,price,volume,trade_time_ms,conditions\n";
    private static final String GOOD = "AAPL,129.50,100,1700000000000,1|12\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("day.csv"), text);
    }

    @Test
    void texts_of_numbers_are_kept_and_conditions_split() throws IOException {
        try (RecordingReader reader = RecordingReader.open(file(HEADER + GOOD + "IC MARKETS:1,1e2,0.10,5,\n"))) {
            assertThat(reader.next())
                    .isEqualTo(new FeedTrade("AAPL", "129.50", "100", 1_700_000_000_000L, List.of("1", "12")));
            assertThat(reader.next()).isEqualTo(new FeedTrade("IC MARKETS:1", "1e2", "0.10", 5, List.of()));
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "AAPL,129.50,100,1700000000000;has 4 fields",
                "AAPL,129.50,100,1700000000000,1,2;has 6 fields",
                ",129.50,100,1700000000000,1;symbol is empty",
                "AAPL,abc,100,1700000000000,1;price 'abc'",
                "AAPL,+1,100,1700000000000,1;price '+1'",
                "AAPL,1.,100,1700000000000,1;price '1.'",
                "AAPL,01,100,1700000000000,1;price '01'",
                "AAPL,NaN,100,1700000000000,1;price 'NaN'",
                "AAPL,1,,1700000000000,1;volume ''",
                "AAPL,1,100,17.5,1;trade_time_ms '17.5'",
                "AAPL,1,100,1700000000000,1||2;conditions '1||2'"
            })
    void a_malformed_line_is_named_with_file_and_line(String line, String problem) throws IOException {
        Path file = file(HEADER + GOOD + GOOD + line + "\n" + GOOD);
        assertThatThrownBy(() -> Recording.scan(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(file + ":4: ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_wrong_header_is_named() throws IOException {
        Path file = file("symbol,price\n");
        assertThatThrownBy(() -> Recording.scan(file))
                .hasMessage(file + ":1: the header must be symbol,price,volume,trade_time_ms,conditions");
    }

    @Test
    void a_recording_without_trades_is_none() throws IOException {
        Path file = file(HEADER);
        assertThatThrownBy(() -> Recording.scan(file)).hasMessageContaining("there are no trades");
    }

    @Test
    void a_cut_off_gzip_file_is_an_error_and_not_a_short_recording() throws IOException {
        byte[] whole = gzip(HEADER + GOOD.repeat(50_000));
        Path file = Files.write(folder.resolve("day.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Recording.scan(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("cannot be read after line");
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_scan_finds_symbols_count_and_times() throws IOException {
        Recording recording = Recording.scan(file(HEADER + GOOD + "SPY,1,1,1700000000009,\n"));
        assertThat(recording.symbols()).containsExactly("AAPL", "SPY");
        assertThat(recording.trades()).isEqualTo(2);
        assertThat(recording.firstTime()).isEqualTo(1_700_000_000_000L);
        assertThat(recording.lastTime()).isEqualTo(1_700_000_000_009L);
    }

    @Test
    void times_can_be_moved() throws IOException {
        Recording recording = Recording.scan(file(HEADER + GOOD));
        try (var trades = recording.open(-1_700_000_000_000L)) {
            assertThat(trades.next()).isEqualTo(new FeedTrade("AAPL", "129.50", "100", 0, List.of("1", "12")));
        }
    }
}
