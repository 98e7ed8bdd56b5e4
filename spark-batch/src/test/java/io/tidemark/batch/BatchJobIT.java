package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.NewsLanding;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.fixture.SharedSpark;
import io.tidemark.batch.fixture.TestNews;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a landing directory to the database and the result files, in a Spark within this process. */
@SuppressWarnings("NullAway.Init")
class BatchJobIT {
    private static final String BARS =
            "SELECT symbol, interval, bucket, open, high, low, close, volume, vwap, trades, eligible_trades, late_trades"
                    + " FROM batch.bars";
    private static ServedDatabase database;
    private static SharedSpark spark;

    @TempDir
    private Path directory;

    private LandingFixture landing;
    private StringWriter said;

    @BeforeAll
    static void startDatabaseAndSpark() throws IOException {
        database = ServedDatabase.start();
        spark = new SharedSpark();
    }

    @AfterAll
    static void stopDatabaseAndSpark() throws IOException {
        spark.close();
        database.close();
    }

    @BeforeEach
    void newLanding() throws SQLException {
        database.clear();
        landing = new LandingFixture(directory.resolve("landing"));
        said = new StringWriter();
    }

    private int run(String... more) {
        return runWith("none", more);
    }

    private int runWith(String conditions, String... more) {
        said.getBuffer().setLength(0);
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--landing=" + landing.directory(),
                                "--results=" + directory.resolve("results"),
                                "--conditions=" + conditions),
                        Stream.of(more))
                .toList();
        return new BatchJob(Clock.systemUTC(), new PrintWriter(said, true), spark)
                .run(arguments.toArray(String[]::new), database.environment());
    }

    private void landTwoSymbols() throws IOException {
        landing.land(
                0,
                TestTrade.of("SPY", "10", "100", "2013-10-07T14:00:00Z"),
                TestTrade.of("SPY", "12", "100", "2013-10-07T14:00:30Z"),
                TestTrade.of("SPY", "11", "200", "2013-10-07T14:06:00Z").receivedLater(3_600_000),
                TestTrade.of("SPY", "99", "0", "2013-10-07T14:06:01Z"));
        landing.land(1, TestTrade.of("BRK,A", "0.5", "0.25", "2013-10-07T23:59:59.999Z"));
    }

    private Path result(String name) {
        return directory.resolve("results").resolve(name);
    }

    @Test
    void a_landed_date_becomes_bars_files_and_a_summary() throws Exception {
        landTwoSymbols();
        Path summary = directory.resolve("summary.json");
        assertThat(run("--summary-json=" + summary)).as(said.toString()).isZero();

        barsAreOfEveryInterval();
        filesHoldTheSameAndNothingTemporaryStays();
        assertThat(database.rows("SELECT covered_until FROM batch.coverage"))
                .as("five seconds behind the partition that lags")
                .containsExactly("2013-10-07 14:05:56+00");
        assertThat(
                        database.rows(
                                "SELECT hour, symbol, landed, counted, price_updates, excluded FROM batch.hour_counts ORDER BY 1"))
                .containsExactly("14|SPY|4|3|1|0", "23|BRK,A|1|1|0|0");
        assertThat(
                        database.rows(
                                "SELECT dt, state, conditions, files, rows_read, rows_counted, price_updates, bars FROM batch.runs"))
                .containsExactly("2013-10-07|published|none|2|5|4|1|12");
        assertThat(said.toString())
                .contains("5 rows = 4 counted + 1 price updates + 0 excluded", "1m 3, 5m 3, 15m 2, 1h 2, 1d 2");
        assertThat(summary)
                .content()
                .contains(
                        "\"rowsRead\" : 5", "\"rowsCounted\" : 4", "\"priceUpdates\" : 1", "\"state\" : \"published\"")
                .contains("\"coveredUntil\" : \"2013-10-07T14:05:56Z\"", "\"quarantined\" : 0", "\"1m\" : 3");
    }

    private static void barsAreOfEveryInterval() throws SQLException {
        assertThat(database.rows(BARS + " WHERE symbol = 'SPY' ORDER BY length(interval), interval, bucket"))
                .containsExactly(
                        "SPY|1d|2013-10-07 00:00:00+00|10|12|10|11|400|11|3|3|1",
                        "SPY|1h|2013-10-07 14:00:00+00|10|12|10|11|400|11|3|3|1",
                        "SPY|1m|2013-10-07 14:00:00+00|10|12|10|12|200|11|2|2|0",
                        "SPY|1m|2013-10-07 14:06:00+00|11|11|11|11|200|11|1|1|1",
                        "SPY|5m|2013-10-07 14:00:00+00|10|12|10|12|200|11|2|2|0",
                        "SPY|5m|2013-10-07 14:05:00+00|11|11|11|11|200|11|1|1|1",
                        "SPY|15m|2013-10-07 14:00:00+00|10|12|10|11|400|11|3|3|1");
        assertThat(database.rows("SELECT count(*), min(bucket) FROM batch.bars WHERE symbol = 'BRK,A'"))
                .containsExactly("5|2013-10-07 00:00:00+00");
    }

    private void filesHoldTheSameAndNothingTemporaryStays() {
        assertThat(result("bars_1d/dt=2013-10-07/part-0000.csv"))
                .content()
                .contains(
                        "SPY,2013-10-07T00:00:00Z,10,12,10,11,400,11,3,3,1,2013-10-07T14:00:00Z,2013-10-07T14:06:00Z");
        for (String dataset : List.of("bars_1m", "bars_5m", "bars_15m", "bars_1h", "bars_1d")) {
            assertThat(result(dataset + "/dt=2013-10-07")).isDirectoryContaining("glob:**/part-0000.parquet");
        }
        assertThat(result("_tmp")).isEmptyDirectory();
    }

    @Test
    void a_minute_whose_last_trades_may_still_come_stays_with_the_speed_layer() throws Exception {
        landing.land(
                0,
                TestTrade.of("SPY", "10", "100", "2013-10-07T14:04:00Z"),
                TestTrade.of("SPY", "11", "100", "2013-10-07T14:05:00.100Z"));
        // It has seen the next trade of the partition too, which is 200 ms older than the one before.
        database.execute("""
                INSERT INTO speed.bars_1m VALUES
                ('SPY', '2013-10-07 14:04Z', 10, 12, 10, 12, 200, 11, 2, 2, 0, '2013-10-07 14:04Z',
                    '2013-10-07 14:04:59.9Z', '2013-10-07 14:05:00.2Z', 2, false)
                """);
        String served = "SELECT trades, close, layer FROM serving.bars_1m WHERE bucket = '2013-10-07 14:04Z'";

        assertThat(run()).as(said.toString()).isZero();
        assertThat(database.rows(served)).containsExactly("2|12|speed");
        assertThat(database.rows("SELECT count(*) FROM serving.reconciliation WHERE different + only_batch > 0"))
                .containsExactly("0");

        landing.land(
                0,
                TestTrade.of("SPY", "12", "100", "2013-10-07T14:04:59.900Z"),
                TestTrade.of("SPY", "12", "100", "2013-10-07T14:05:05Z"));
        assertThat(run()).as(said.toString()).isZero();
        assertThat(database.rows(served)).containsExactly("2|12|batch");
        assertThat(database.rows("SELECT equal, different FROM serving.reconciliation"))
                .containsExactly("1|0");
    }

    @Test
    void how_far_trades_may_be_out_of_order_can_be_said() throws Exception {
        landTwoSymbols();
        assertThat(run("--out-of-orderness=500ms")).isZero();
        assertThat(database.rows("SELECT covered_until FROM batch.coverage"))
                .containsExactly("2013-10-07 14:06:00.5+00");
    }

    @Test
    void a_date_is_covered_to_its_end_once_enough_of_a_later_date_has_landed() throws Exception {
        String coverage = "SELECT dt, covered_until FROM batch.coverage ORDER BY dt";
        landing.land(0, TestTrade.of("SPY", "10", "100", "2013-10-07T23:59:59Z"));
        assertThat(run()).isZero();
        assertThat(database.rows(coverage)).containsExactly("2013-10-07|2013-10-07 23:59:54+00");

        landing.land(0, TestTrade.of("SPY", "11", "100", "2013-10-08T00:00:04.999Z"));
        assertThat(run()).isZero();
        assertThat(said.toString()).doesNotContain("the date has ended");
        assertThat(database.rows(coverage))
                .containsExactly("2013-10-07|2013-10-07 23:59:54+00", "2013-10-08|2013-10-08 00:00:00+00");

        landing.land(0, TestTrade.of("SPY", "12", "100", "2013-10-08T00:00:06Z"));
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("2013-10-07: ").contains("the date has ended since it was published");
        assertThat(database.rows(coverage))
                .containsExactly("2013-10-07|2013-10-08 00:00:00+00", "2013-10-08|2013-10-08 00:00:01+00");
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("Nothing to do: 2 dates are current.");
    }

    @Test
    void a_second_run_finds_nothing_to_do_and_a_late_trade_makes_its_date_dirty() throws Exception {
        landTwoSymbols();
        run();
        assertThat(run("--dirty")).isZero();
        assertThat(said.toString()).contains("Nothing to do: 1 dates are current.");

        landing.land(0, TestTrade.of("SPY", "5", "1", "2013-10-07T13:59:59Z"));
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("the landed files or the method differ");
        assertThat(database.rows("SELECT open, low FROM batch.bars WHERE symbol = 'SPY' AND interval = '1d'"))
                .containsExactly("5|5");
        assertThat(database.rows("SELECT count(*) FROM batch.runs")).containsExactly("2");
    }

    @Test
    void other_sale_conditions_make_every_date_dirty() throws Exception {
        landing.land(0, TestTrade.of("SPY", "5", "1", "2013-10-07T14:00:00Z").withConditions("3"));
        run();
        assertThat(runWith("without-3-8-32")).isZero();
        assertThat(database.rows("SELECT DISTINCT open, volume, eligible_trades FROM batch.bars"))
                .containsExactly("null|1|0");
        assertThat(result("bars_1m/dt=2013-10-07/part-0000.csv")).content().contains("Z,,,,,1,5,1,0,0,");
    }

    @Test
    void a_dry_run_tells_the_files_and_changes_nothing() throws Exception {
        landTwoSymbols();
        assertThat(run("--dry-run")).isZero();
        assertThat(said.toString())
                .contains("never published", "dt=2013-10-07/hour=14/trades-0-00000000000000000000.csv  4 rows")
                .contains("would be covered until 2013-10-07T14:05:56Z", "Dry run: nothing was changed.");
        assertThat(database.rows("SELECT count(*) FROM batch.runs")).containsExactly("0");
        assertThat(directory.resolve("results")).doesNotExist();
    }

    @Test
    void news_between_two_days_of_trades_are_published_too() throws Exception {
        new NewsLanding(landing.directory())
                .land(0, TestNews.of("1", "2013-10-08T12:00:00Z", "SPY surges to a record", "SPY"));
        landing.land(
                0,
                TestTrade.of("SPY", "5", "1", "2013-10-07T14:00:00Z"),
                TestTrade.of("SPY", "6", "1", "2013-10-09T14:00:00Z"));
        assertThat(run("--date=2013-10-08")).as(said.toString()).isZero();
        assertThat(database.rows("SELECT dt, symbol, stories FROM batch.news_daily"))
                .containsExactlyInAnyOrder("2013-10-08|*|1", "2013-10-08|SPY|1");
        assertThat(database.rows("SELECT dt, headline, bar_at FROM batch.news_returns"))
                .containsExactly("2013-10-08|SPY surges to a record|null");
        assertThat(database.rows("SELECT dt, rows, conserved, verdict FROM batch.quality_dates"))
                .containsExactly("2013-10-08|0|t|good");
        assertThat(database.rows("SELECT dt, files, rows_read, bars FROM batch.runs"))
                .containsExactly("2013-10-08|0|0|0");
        assertThat(result("news_daily/dt=2013-10-08/part-0000.csv")).content().contains("SPY");
        assertThat(run("--date=2013-10-08")).isZero();
        assertThat(said.toString()).contains("Nothing to do: 1 dates are current.");
    }

    @Test
    void only_selected_dates_are_worked_on() throws Exception {
        landTwoSymbols();
        landing.land(0, TestTrade.of("SPY", "5", "1", "2013-10-08T14:00:00Z"));
        assertThat(run("2013-10-08", "--date=2013-12-25")).isZero();
        assertThat(said.toString()).contains("2013-12-25: nothing has landed");
        assertThat(database.rows("SELECT dt FROM batch.coverage")).containsExactly("2013-10-08");
        assertThat(run("--from=2013-10-01", "--to=2013-10-07")).isZero();
        assertThat(database.rows("SELECT dt FROM batch.coverage ORDER BY 1"))
                .containsExactly("2013-10-07", "2013-10-08");
    }

    @Test
    void one_flipped_byte_fails_the_date_names_the_file_and_leaves_what_was_published() throws Exception {
        landTwoSymbols();
        run();
        String before = database.rows(BARS + " ORDER BY 1, 2, 3").toString();
        landing.land(0, TestTrade.of("SPY", "77", "1", "2013-10-07T15:00:00Z"));
        landing.land(1, TestTrade.of("SPY", "5", "1", "2013-10-08T15:00:00Z"));
        Path file = landing.file("dt=2013-10-07/hour=15");
        Files.writeString(file, Files.readString(file).replace("SPY,77,", "SPY,78,"));

        assertThat(run()).isEqualTo(1);

        assertThat(said.toString())
                .contains("2013-10-07: FAILED")
                .contains(file + ": the file was changed after it landed: CRC-32C")
                .contains("2013-10-08: published")
                .contains("Published 1 dates")
                .contains("1 failed");
        assertThat(database.rows(BARS + " WHERE bucket < '2013-10-08' ORDER BY 1, 2, 3")
                        .toString())
                .isEqualTo(before);
        assertThat(database.rows("SELECT state, message LIKE '%hour=15%' FROM batch.runs WHERE state = 'failed'"))
                .containsExactly("failed|t");
        assertThat(database.rows("SELECT count(*) FROM batch.stage_bars")).containsExactly("0");
        assertThat(result("bars_1d/dt=2013-10-07/part-0000.csv")).content().doesNotContain("78");

        assertThat(run()).as("still dirty, still loud").isEqualTo(1);
    }

    @Test
    void a_byte_that_breaks_a_row_fails_with_file_and_line() throws Exception {
        landTwoSymbols();
        Path file = landing.file("hour=14");
        Files.writeString(file, Files.readString(file).replace("SPY,12,", "SPY;12,"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString()).contains(file + ", line 3 (byte ").contains("the file was changed after it landed");
    }

    @Test
    void rows_that_differ_from_the_manifest_fail_and_name_the_file() throws Exception {
        landTwoSymbols();
        Path manifest = LandingLayout.trades(landing.directory()).manifest(0, 0);
        Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 4", "\"rows\" : 5"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains("hour=14/trades-0-00000000000000000000.csv: the file has 4 rows, its manifest says 5");
        assertThat(database.rows("SELECT count(*) FROM batch.bars")).containsExactly("0");
    }

    @Test
    void a_publication_says_how_far_the_speed_layer_was_right() throws Exception {
        landTwoSymbols();
        database.execute("""
                INSERT INTO speed.bars_1m VALUES
                ('SPY', '2013-10-07 14:00Z', 10, 12, 10, 12, 200, 11, 2, 2, 0, '2013-10-07 14:00Z', '2013-10-07 14:00:30Z',
                    '2013-10-07 14:00:31Z', 2, true)
                """);
        Path summary = directory.resolve("summary.json");
        // The boundary is in minute 14:05, which is not compared, nor is 14:06.
        assertThat(run("--summary-json=" + summary)).isZero();
        assertThat(said.toString())
                .contains("2013-10-07: against the speed layer 1 minutes equal, 0 different, 0 only in batch,"
                        + " 0 only in speed, 0 unseen; 0 explained by late trades; largest difference 0");
        assertThat(summary).content().contains("\"equal\" : 1", "\"largestDifferenceBasisPoints\" : 0.0");

        database.execute("UPDATE speed.bars_1m SET low = 9");
        assertThat(run("--force")).isZero();
        assertThat(said.toString()).contains("0 minutes equal, 1 different", "largest difference 1000 basis points");
    }

    @Test
    void a_date_is_published_even_if_its_comparison_cannot_be_read() throws Exception {
        landTwoSymbols();
        Path summary = directory.resolve("summary.json");
        database.execute("REVOKE SELECT ON batch.reconciliation FROM batch_writer");
        try {
            assertThat(run("--summary-json=" + summary)).as(said.toString()).isZero();
        } finally {
            database.execute("GRANT SELECT ON batch.reconciliation TO batch_writer");
        }
        assertThat(said.toString())
                .contains("2013-10-07: published as run", "0 failed")
                .contains("2013-10-07: the comparison with the speed layer is unknown");
        assertThat(summary).content().contains("\"state\" : \"published\"", "\"reconciliation\" : null");
        assertThat(database.rows("SELECT state FROM batch.runs")).containsExactly("published");
        assertThat(result("bars_1d/dt=2013-10-07/part-0000.csv")).exists();
    }

    @Test
    void symbols_of_any_text_arrive_as_they_were() throws Exception {
        List<String> symbols = List.of("A\\B", "A\\nB", "IC MARKETS:1", "say \"hi\", you", "Zürich");
        for (String symbol : symbols) {
            landing.land(0, TestTrade.of(symbol, "1", "1", "2013-10-07T14:00:00Z"));
        }
        assertThat(run()).as(said.toString()).isZero();
        assertThat(database.rows("SELECT DISTINCT symbol FROM batch.bars"))
                .containsExactlyInAnyOrderElementsOf(symbols);
        assertThat(database.rows("SELECT symbol FROM batch.hour_counts")).containsExactlyInAnyOrderElementsOf(symbols);
    }

    @Test
    void a_file_that_is_committed_but_not_renamed_yet_is_read() throws Exception {
        landTwoSymbols();
        Path file = landing.file("hour=14");
        Files.move(file, file.resolveSibling(file.getFileName().toString().replace("trades-", ".part-") + ".tmp"));
        assertThat(run()).as(said.toString()).isZero();
    }
}
