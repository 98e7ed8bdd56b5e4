package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.landing.InputFile;
import io.tidemark.contracts.landing.TradeCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class RangeReaderTest {
    private static final long HOUR = 1_381_154_400_000L;
    private static final String NAME = "dt=2013-10-07/hour=14/trades-0.csv";

    @TempDir
    private Path directory;

    private final RangeReader reader = new RangeReader();
    private final TextTable<String> texts = new TextTable<>(text -> text);

    private static String row(int offset) {
        return "SPY,167.4%d,100,%d,%d,24|41,id-%d,0,%d\n"
                .formatted(offset, HOUR + offset, HOUR + offset, offset, offset);
    }

    private InputFile write(String content, long rows) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Path file = directory.resolve(NAME);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, bytes);
        var crc = new CRC32C();
        crc.update(bytes);
        return new InputFile(
                directory.toString(), NAME, NAME + ".tmp", rows, bytes.length, crc.getValue(), 0, 0, 0, 1_000, HOUR);
    }

    private List<String> read(FileRange range, List<RangeProof> proofs) throws IOException {
        List<String> rows = new ArrayList<>();
        proofs.add(reader.read(
                range,
                row -> rows.add(row.symbol(texts) + " " + row.price() + " " + row.volume() + " " + row.tradeTime() + " "
                        + row.receivedAt() + " " + row.conditions(texts) + " " + row.partition() + " "
                        + row.offset())));
        return rows;
    }

    private List<String> readAll(InputFile file) throws IOException {
        return read(new FileRange(file, 0, 0, file.bytes()), new ArrayList<>());
    }

    @Test
    void a_row_is_read_field_by_field() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n" + row(7), 1);
        assertThat(readAll(file)).containsExactly("SPY 167.47 100.0 1381154400007 1381154400007 24|41 0 7");
    }

    @Test
    void symbols_and_ids_in_quotes_are_read_and_empty_conditions_too() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n\"A,\"\"B\"\"\",1.5,0," + HOUR + ',' + HOUR + ",,\"x,y\",0,0\n", 1);
        assertThat(readAll(file)).containsExactly("A,\"B\" 1.5 0.0 " + HOUR + " " + HOUR + "  0 0");
    }

    @Test
    void ranges_cut_anywhere_give_every_row_once_and_prove_the_file() throws IOException {
        var content = new StringBuilder(TradeCsv.HEADER).append('\n');
        for (int i = 0; i < 40; i++) {
            content.append(row(i));
        }
        InputFile file = write(content.toString(), 40);
        List<String> whole = readAll(file);
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<String> rows = new ArrayList<>();
            List<RangeProof> proofs = new ArrayList<>();
            // Down to ranges of one byte, in rounds of ever larger ones.
            int most = 1 + round * 5;
            for (long start = 0; start < file.bytes(); ) {
                long end = Math.min(file.bytes(), start + 1 + random.nextInt(most));
                rows.addAll(read(new FileRange(file, 0, start, end), proofs));
                start = end;
            }
            assertThat(rows).isEqualTo(whole);
            assertThat(FileProofs.faults(List.of(file), proofs)).isEmpty();
        }
    }

    @Test
    void a_file_that_still_has_its_temporary_name_is_read() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n" + row(1), 1);
        Files.move(directory.resolve(NAME), directory.resolve(NAME + ".tmp"));
        assertThat(readAll(file)).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_is_named() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n", 0);
        Files.delete(directory.resolve(NAME));
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining(NAME);
    }

    @Test
    void a_file_longer_or_shorter_than_its_manifest_is_named_with_both_lengths() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n" + row(1), 1);
        Files.writeString(directory.resolve(NAME), TradeCsv.HEADER + "\n");
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("has 100 bytes, its manifest says " + file.bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SPY,167.4,100,@0,@0,,id,0,1; ",
                "SPY,167.4,100,@0,@0,,id,0; no plain number",
                "SPY,167.4,100,@0,@0,,id,0,1,9; no plain number",
                ",167.4,100,@0,@0,,id,0,1; the symbol is empty",
                "SPY,0,100,@0,@0,,id,0,1; price 0.0 is not above zero",
                "SPY,-1,100,@0,@0,,id,0,1; no plain number: '-1'",
                "SPY,167.4,-5,@0,@0,,id,0,1; no plain number: '-5'",
                "SPY,16x.4,100,@0,@0,,id,0,1; no plain number: '16x.4'",
                "SPY,167.4,100,@-1,@0,,id,0,1; does not belong in this directory's hour",
                "SPY,167.4,100,@3600000,@0,,id,0,1; does not belong in this directory's hour",
                "SPY,167.4,100,@0,@0,,id,1,1; record 1:1 does not belong to the segment 0:0-1000",
                "SPY,167.4,100,@0,@0,,id,0,1000; record 0:1000 does not belong to the segment",
                "SPY,167.4,100,@0,@0,,id,99999999999,1; integer overflow",
            })
    void a_row_that_is_wrong_is_refused_with_file_line_and_byte(String row, String reason) throws IOException {
        String content = Pattern.compile("@(-?\\d+)")
                .matcher(row)
                .replaceAll(match -> Long.toString(HOUR + Long.parseLong(match.group(1))));
        InputFile file = write(TradeCsv.HEADER + "\n" + row(0) + content + "\n" + row(2), 3);
        if (reason == null) {
            assertThat(readAll(file)).hasSize(3);
            return;
        }
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining(NAME + ", line 3 (byte ")
                .hasMessageContaining(reason)
                .hasMessageContaining("the file is as it landed");
    }

    @Test
    void a_wrong_row_in_a_file_that_was_changed_after_landing_says_so() throws IOException {
        InputFile file = write(TradeCsv.HEADER + "\n" + row(0), 1);
        String changed = Files.readString(directory.resolve(NAME)).replace("167.40", "167x40");
        Files.writeString(directory.resolve(NAME), changed);
        assertThatThrownBy(() -> readAll(file)).hasMessageContaining("the file was changed after it landed");
    }

    @Test
    void another_header_is_refused() throws IOException {
        InputFile file = write("symbol,price\n" + row(0), 1);
        assertThatThrownBy(() -> readAll(file))
                .hasMessageContaining("line 1 (byte 0): the first line is not " + TradeCsv.HEADER);
    }

    @Test
    void a_last_line_without_an_end_is_refused_by_the_range_that_holds_it() throws IOException {
        String unended = row(1).strip();
        InputFile file = write(TradeCsv.HEADER + "\n" + row(0) + unended, 2);
        long lastLine = file.bytes() - unended.length();
        assertThatThrownBy(() -> readAll(file))
                .hasMessageContaining("line 3 (byte " + lastLine + "): the last line has no end");
        assertThat(read(new FileRange(file, 0, 0, lastLine), new ArrayList<>())).hasSize(1);
        assertThatThrownBy(() -> read(new FileRange(file, 0, 0, lastLine + 3), new ArrayList<>()))
                .hasMessageContaining("the last line has no end");
    }
}
