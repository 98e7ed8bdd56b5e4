package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.compact.CompactionDisk;
import io.tidemark.batch.compact.CompactionManifest;
import io.tidemark.batch.compact.CompactionStep;
import io.tidemark.batch.compact.DateReading;
import io.tidemark.batch.fixture.LandedRows;
import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.batch.landing.InputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compaction, without Spark and without a database. */
@SuppressWarnings("NullAway.Init")
class CompactJobTest {
    private static final LocalDate MONDAY = LocalDate.parse("2013-10-07");
    private static final TestTrade LATE = TestTrade.of("SPY", "9.5", "3", "2013-10-07T13:00:00Z");

    @TempDir
    private Path directory;

    private LandingFixture landing;
    private CompactedTrades compacted;
    private StringWriter said;

    @BeforeEach
    void landMondayAndALittleOfTuesday() throws IOException {
        landing = new LandingFixture(directory.resolve("landing"));
        compacted = CompactedTrades.beside(landing.directory());
        said = new StringWriter();
        landing.land(
                0,
                TestTrade.of("SPY", "10", "100", "2013-10-07T14:00:00Z").withConditions("24|41"),
                TestTrade.of("SPY", "0.1", "0.000001", "2013-10-07T14:00:00Z").receivedLater(70_000),
                TestTrade.of("BRK,\"A\"", "12345678.25", "0", "2013-10-07T15:00:00Z"));
        landing.land(1, TestTrade.of("Zürich", "3", "4", "2013-10-07T14:59:59.999Z"));
        landing.land(0, TestTrade.of("SPY", "5", "1", "2013-10-08T00:00:10Z"));
        landing.land(1, TestTrade.of("SPY", "5", "1", "2013-10-08T00:00:10Z"));
    }

    private int runAt(String now, CompactionStep.Listener steps, String... more) {
        said.getBuffer().setLength(0);
        String[] arguments = Stream.concat(Stream.of("--landing=" + landing.directory()), Stream.of(more))
                .toArray(String[]::new);
        return new CompactJob(() -> Instant.parse(now), new PrintWriter(said, true), steps).run(arguments, Map.of());
    }

    private int run(String... more) {
        return runAt("2013-10-09T12:00:00Z", CompactionStep.Listener.NONE, more);
    }

    private List<String> csvOf(LocalDate date) throws IOException {
        for (DateReading reading : LandedRows.readings(landing.directory(), compacted)) {
            List<String> names = Stream.concat(reading.csv().stream(), reading.compacted().stream())
                    .map(InputFile::name)
                    .toList();
            if (names.get(0).startsWith("dt=" + date)) {
                return reading.csv().stream().map(InputFile::name).toList();
            }
        }
        throw new IllegalStateException("nothing of " + date);
    }

    private void assertRowsAreAsLanded() throws IOException {
        assertThat(LandedRows.of(landing.directory(), compacted)).isEqualTo(LandedRows.ofCsv(landing.directory()));
    }

    @Test
    void a_closed_date_is_compacted_proved_and_read_from_parquet() throws IOException {
        assertThat(run()).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("1 dates to compact; 0 are compacted, 1 are not closed.")
                .contains("2013-10-07: compacted in")
                .contains("4 rows of 3 files proved equal in 1 Parquet files");
        assertThat(csvOf(MONDAY)).isEmpty();
        assertThat(csvOf(MONDAY.plusDays(1))).hasSize(2);
        assertRowsAreAsLanded();
        assertThat(landing.file("hour=15")).as("the CSV stays").exists();
    }

    @Test
    void a_second_run_does_nothing() throws IOException {
        run();
        Path manifest = compacted.root().resolve("_manifests/2013-10-07.json");
        var written = Files.getLastModifiedTime(manifest);
        assertThat(run()).isZero();
        assertThat(said.toString())
                .contains("0 dates to compact; 1 are compacted")
                .doesNotContain("Removed");
        assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(written);
    }

    @Test
    void a_date_that_ended_less_than_a_day_ago_is_left_alone() {
        assertThat(runAt("2013-10-08T23:59:59Z", CompactionStep.Listener.NONE)).isZero();
        assertThat(said.toString()).contains("0 dates to compact; 0 are compacted, 2 are not closed.");
        assertThat(runAt("2013-10-08T23:59:59Z", CompactionStep.Listener.NONE, "--older-than=2h"))
                .isZero();
        assertThat(said.toString()).contains("Compacted 1 dates, 0 failed.");
    }

    @Test
    void a_late_file_is_read_as_csv_beside_the_compaction_until_the_date_is_compacted_again() throws IOException {
        run();
        landing.land(0, LATE);
        assertThat(csvOf(MONDAY)).singleElement().asString().contains("hour=13/");
        assertRowsAreAsLanded();
        assertThat(run()).isZero();
        assertThat(csvOf(MONDAY)).isEmpty();
        assertRowsAreAsLanded();
    }

    @Test
    void the_generation_that_was_replaced_stays_for_who_reads_it_and_goes_with_the_next_run() throws IOException {
        run();
        landing.land(0, LATE);
        run();
        Path generations = compacted.root().resolve("dt=2013-10-07");
        assertThat(generations.toFile().list()).hasSize(2);
        run();
        assertThat(said.toString()).contains("Removed 2 files and directories");
        assertThat(generations.toFile().list()).hasSize(1);
        assertRowsAreAsLanded();
    }

    @Test
    void a_file_whose_numbers_would_come_out_otherwise_stays_csv_and_is_named() throws IOException {
        landing.land(0, TestTrade.of("SPY", "10.50", "1", "2013-10-07T16:00:00Z"));
        assertThat(run()).isZero();
        assertThat(said.toString())
                .contains(
                        "2013-10-07: dt=2013-10-07/hour=16/trades-0-00000000000000000004.csv stays CSV: its text would"
                                + " not come out bit for bit");
        assertThat(csvOf(MONDAY)).singleElement().asString().contains("hour=16/");
        assertRowsAreAsLanded();
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("0 dates to compact; 1 are compacted");
    }

    @Test
    void a_landed_file_that_was_changed_fails_its_date_and_is_named() throws IOException {
        Path file = landing.file("hour=15");
        Files.writeString(file, Files.readString(file).replace("12345678.25", "12345678.75"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains("2013-10-07: FAILED: " + file + ": the file was changed after it landed")
                .contains("Compacted 0 dates, 1 failed.");
        assertThat(compacted.of(MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CompactionStep.class)
    void broken_off_anywhere_the_first_compaction_is_there_or_not_and_the_next_run_completes_it(CompactionStep step)
            throws IOException {
        assertThat(breakOff(step)).isEqualTo(1);
        assertThat(csvOf(MONDAY)).hasSize(step == CompactionStep.AFTER_PUBLICATION ? 0 : 3);
        assertRowsAreAsLanded();
        assertThat(run()).as(said.toString()).isZero();
        assertNothingIsLeftBut(1);
    }

    @ParameterizedTest
    @EnumSource(CompactionStep.class)
    void broken_off_anywhere_the_old_compaction_or_the_new_one_is_there(CompactionStep step) throws IOException {
        run();
        CompactionManifest old = compacted.of(MONDAY).orElseThrow();
        landing.land(0, LATE);
        assertThat(breakOff(step)).isEqualTo(1);
        if (step == CompactionStep.AFTER_PUBLICATION) {
            assertThat(csvOf(MONDAY)).isEmpty();
        } else {
            assertThat(compacted.of(MONDAY)).contains(old);
            assertThat(csvOf(MONDAY)).singleElement().asString().contains("hour=13/");
        }
        assertRowsAreAsLanded();
        assertThat(run()).as(said.toString()).isZero();
        run();
        assertNothingIsLeftBut(1);
    }

    private int breakOff(CompactionStep step) {
        return runAt("2013-10-09T12:00:00Z", reached -> {
            if (reached == step) {
                throw new IOException("broken off");
            }
        });
    }

    private void assertNothingIsLeftBut(int generations) throws IOException {
        assertThat(csvOf(MONDAY)).isEmpty();
        assertRowsAreAsLanded();
        assertThat(compacted.root().resolve("_tmp")).isEmptyDirectory();
        assertThat(compacted.root().resolve("dt=2013-10-07").toFile().list()).hasSize(generations);
    }

    @Test
    void two_at_once_are_one() throws IOException {
        try (CompactionDisk held = CompactionDisk.take(compacted)) {
            assertThat(held.collect()).isZero();
            assertThat(run()).isEqualTo(1);
        }
        assertThat(said.toString()).contains("another compaction is at work there");
        assertThat(run()).isZero();
    }

    @Test
    void one_flipped_byte_anywhere_in_a_part_is_found_and_the_file_is_named() throws IOException {
        run();
        Path part = compacted
                .root()
                .resolve(compacted.of(MONDAY).orElseThrow().directory())
                .resolve("part-0000.parquet");
        byte[] bytes = Files.readAllBytes(part);
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(part, changed);
            assertThatThrownBy(() -> LandedRows.of(landing.directory(), compacted))
                    .hasMessageContaining(part + ": the file was changed after it was compacted: CRC-32C")
                    .hasMessageContaining("run with --no-compacted");
        }
        Files.delete(part);
        assertThatThrownBy(() -> LandedRows.of(landing.directory(), compacted))
                .hasMessageContaining(part + " cannot be read");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_named() throws IOException {
        run();
        Path manifest = compacted.root().resolve("_manifests/2013-10-07.json");
        Files.writeString(manifest, Files.readString(manifest).substring(0, 100));
        assertThatThrownBy(() -> compacted.of(MONDAY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(manifest.toString());
    }

    @Test
    void a_manifest_of_another_version_is_as_if_it_were_not_there() throws IOException {
        run();
        Path manifest = compacted.root().resolve("_manifests/2013-10-07.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 99"));
        assertThat(csvOf(MONDAY)).hasSize(3);
        assertThat(run()).isZero();
        assertThat(csvOf(MONDAY)).isEmpty();
    }

    @Test
    void a_dry_run_changes_nothing() {
        assertThat(run("--dry-run")).isZero();
        assertThat(said.toString())
                .contains("2013-10-07: 3 files", "4 rows to compact", "Dry run: nothing was changed.");
        assertThat(compacted.root()).doesNotExist();
    }

    @Test
    void only_selected_dates_are_compacted_into_the_directory_that_was_named() throws IOException {
        assertThat(run("2013-10-06")).isZero();
        assertThat(said.toString()).contains("0 dates to compact");
        assertThat(run("--from=2013-10-07", "--to=2013-10-07", "--compacted=" + directory.resolve("elsewhere")))
                .isZero();
        assertThat(directory.resolve("elsewhere/_manifests/2013-10-07.json")).exists();
        assertThat(compacted.of(MONDAY)).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_said() {
        assertThat(new CompactJob(() -> Instant.EPOCH, new PrintWriter(said, true), CompactionStep.Listener.NONE)
                        .run(new String[] {"--from=2013-10-08", "--to=2013-10-07"}, Map.of()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--landing is missing", "--to is before --from", "See --help.");
    }
}
