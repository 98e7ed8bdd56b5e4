package io.tidemark.landing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.NumberedTrades;
import io.tidemark.landing.segment.ManifestDirectory;
import io.tidemark.landing.segment.PartitionLanding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a directory is found and named. */
final class VerifyCommandTest {

    private final Path landing;
    private final Path file;
    private final Path manifest;
    private int exitCode;

    /** Four segments, one of them a gap, of each of two partitions. */
    VerifyCommandTest(@TempDir Path landing) throws IOException {
        this.landing = landing;
        var writer = InProcessWriter.in(landing);
        for (int number : new int[] {0, 3}) {
            try (PartitionLanding partition = writer.open(number)) {
                writer.land(partition, 150);
                writer.land(partition, 250);
                partition.commitGap(InProcessWriter.TOPIC_ID, 260, "lost");
                writer.land(partition, 400);
            }
        }
        LandingLayout layout = LandingLayout.trades(landing);
        file = layout.root().resolve(layout.dataFile(LandingLayout.bucket(NumberedTrades.BEGIN), 3, 150));
        manifest = layout.manifest(3, 150);
    }

    @Test
    void a_directory_as_it_was_written_is_proven_with_its_totals() {
        String output = verify();
        assertThat(exitCode).as(output).isZero();
        assertThat(output)
                .contains("each offset is landed exactly once")
                .contains("2 partitions, 8 segments, 772 rows, 8 quarantined, 20 lost, 0 temporary files, 0 problems")
                .containsPattern("AAPL +dt=2026-11-20/hour=13 +\\d+ +[\\d.]+");
    }

    @Test
    void the_same_as_json() {
        String output = verify("--json");
        assertThat(exitCode).isZero();
        assertThat(output)
                .contains("\"proven\" : true", "\"rows\" : 772", "\"quarantined\" : 8", "\"lost\" : 20")
                .contains("\"hour\" : \"dt=2026-11-20/hour=13\"");
    }

    @Test
    void a_flipped_byte_is_found() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // A digit of a price: the row stays readable, so that only the checksum can tell.
        int digit = new String(bytes, StandardCharsets.UTF_8).indexOf(",1", 100) + 1;
        bytes[digit] ^= 1;
        Files.write(file, bytes);
        assertNotProven("has CRC-32C", file.getFileName().toString());
    }

    @Test
    void a_file_that_is_gone_is_found() throws IOException {
        Files.delete(file);
        assertNotProven("is committed but gone");
    }

    @Test
    void a_file_that_a_killed_writer_did_not_rename_is_found() throws IOException {
        String temporary = new ManifestDirectory(LandingLayout.trades(landing), 3)
                .read(150)
                .orElseThrow()
                .files()
                .get(0)
                .temporaryName();
        Files.move(file, landing.resolve("trades").resolve(temporary));
        assertNotProven("has its temporary name yet", "not committed: dt=2026-11-20/hour=13/.part-trades-3-");
    }

    @Test
    void a_file_that_ends_too_early_is_found() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));
        assertNotProven("ends in the middle of a line", "offsets are in no file");
    }

    @Test
    void a_row_that_is_there_twice_or_of_another_hour_or_partition_is_found() throws IOException {
        String row = Files.readAllLines(file).get(1);
        String more = """
                AAPL,1,1,1795190400000,1795190400000,,id,3,199
                AAPL,1,1,1795179600000,1,,id,5,200
                AAPL,1,1,1795179600000,1,,id,3,9
                AAPL,x,1,1,1,,id,3,9
                """;
        Files.writeString(file, row + "\n" + more, StandardOpenOption.APPEND);
        assertNotProven(
                "is there twice",
                "is of another hour",
                "is of partition 5",
                "offset 9 is not in [150, 250)",
                "\"x\" is no plain decimal",
                "its manifest says");
    }

    @Test
    void a_visible_file_that_no_manifest_names_is_found() throws IOException {
        Files.copy(file, file.resolveSibling("trades-3-00000000000000000151.csv"));
        Files.writeString(file.resolveSibling("notes.txt"), "");
        assertNotProven("trades-3-00000000000000000151.csv: is visible, but", "notes.txt: is visible, but");
    }

    @Test
    void a_temporary_file_is_reported_but_is_no_problem() throws IOException {
        Files.writeString(file.resolveSibling(".part-x.tmp"), "");
        assertThat(verify()).contains("not committed: dt=2026-11-20/hour=13/.part-x.tmp", "1 temporary files");
        assertThat(exitCode).isZero();
    }

    @Test
    void a_hole_in_the_chain_is_found() throws IOException {
        Files.delete(manifest);
        assertNotProven("trades-3: the chain has a hole: a segment ends at 150, the next starts at 250");
    }

    @Test
    void an_overlap_a_foreign_topic_and_a_wrong_name_are_found() throws IOException {
        String json = Files.readString(manifest);
        Files.writeString(manifest, json.replace(InProcessWriter.TOPIC_ID, "another"));
        Files.writeString(manifest.resolveSibling("00000000000000000170.json"), json);
        assertNotProven("came from topic id another", "not what its name says");
    }

    @Test
    void a_damaged_manifest_is_found() throws IOException {
        Files.writeString(manifest, "{");
        assertNotProven("is damaged");
    }

    @Test
    void a_damaged_quarantine_is_found() throws IOException {
        LandingLayout layout = LandingLayout.trades(landing);
        Files.writeString(
                layout.root().resolve(layout.quarantineFile(3, 150)), "{\"offset\":1}\n", StandardOpenOption.APPEND);
        assertNotProven("lacks the reason or the bytes");
    }

    @Test
    void a_wrong_command_is_told_and_help_is_given() {
        assertThat(run("--nonsense")).contains("unexpected argument --nonsense");
        assertThat(exitCode).isEqualTo(2);
        assertThat(run()).contains("DIR is missing");
        assertThat(run(landing.resolve("no").toString())).contains("is no directory");
        assertThat(exitCode).isEqualTo(2);
        assertThat(run("--help")).contains("Exit code 0 when proven");
        assertThat(exitCode).isZero();
    }

    @Test
    void an_empty_directory_proves_nothing() {
        assertThat(run(landing.resolve("trades").toString())).contains("there are no manifests");
        assertThat(exitCode).isEqualTo(1);
    }

    private void assertNotProven(String... problems) {
        String output = verify();
        assertThat(output).contains(problems).contains("NOT PROVEN");
        assertThat(exitCode).isEqualTo(1);
    }

    private String verify(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = landing.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return run(arguments);
    }

    private String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        exitCode = VerifyCommand.run(arguments, out, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
