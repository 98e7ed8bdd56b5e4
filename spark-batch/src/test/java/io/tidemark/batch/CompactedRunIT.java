package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.batch.compact.CompactedTrades;
import io.tidemark.batch.compact.CompactionStep;
import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.RecordedDay;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.fixture.SharedSpark;
import io.tidemark.batch.fixture.TestTrade;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that read compacted dates publish what runs publish that read the CSV. */
@SuppressWarnings("NullAway.Init")
class CompactedRunIT {
    private static final LocalDate MONDAY = LocalDate.parse("2013-10-07");
    private static ServedDatabase database;
    private static SharedSpark spark;

    @TempDir
    private Path directory;

    private Path landing;
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
        landing = directory.resolve("landing");
        said = new StringWriter();
    }

    private int run(String... more) {
        said.getBuffer().setLength(0);
        List<String> arguments = Stream.concat(
                        Stream.of("--landing=" + landing, "--results=" + directory.resolve("results")), Stream.of(more))
                .toList();
        return new BatchJob(Clock.systemUTC(), new PrintWriter(said, true), spark)
                .run(arguments.toArray(String[]::new), database.environment());
    }

    private void compact() {
        var text = new StringWriter();
        var job = new CompactJob(Clock.systemUTC(), new PrintWriter(text, true), CompactionStep.Listener.NONE);
        assertThat(job.run(new String[] {"--landing=" + landing}, Map.of()))
                .as(text.toString())
                .isZero();
        assertThat(CompactedTrades.beside(landing).manifest(MONDAY)).isRegularFile();
    }

    /** Everything published of Monday: rows of the database, and the bytes of the result files in CSV. */
    private List<String> published() throws Exception {
        List<String> all = new ArrayList<>();
        all.addAll(database.rows("SELECT symbol, interval, bucket, float8send(open), float8send(high), float8send(low),"
                + " float8send(close), float8send(volume), float8send(vwap), trades, eligible_trades, late_trades,"
                + " first_trade_time, last_trade_time FROM batch.bars WHERE bucket < '2013-10-08'"
                + " ORDER BY 1, 2, 3"));
        all.addAll(database.rows("SELECT hour, symbol, landed, counted, price_updates, excluded FROM batch.hour_counts"
                + " WHERE dt = '2013-10-07' ORDER BY hour, symbol"));
        all.addAll(database.rows("SELECT digest FROM batch.coverage WHERE dt = '2013-10-07'"));
        for (String dataset : List.of("bars_1m", "bars_5m", "bars_15m", "bars_1h", "bars_1d")) {
            try (Stream<Path> files = Files.list(directory.resolve("results/" + dataset + "/dt=" + MONDAY))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    all.addAll(Files.readAllLines(file));
                }
            }
        }
        return all;
    }

    private LandingFixture landGenerated() throws IOException {
        var fixture = new LandingFixture(landing);
        var random = new Random(3);
        long midnight = Instant.parse("2013-10-07T00:00:00Z").toEpochMilli();
        for (int segment = 0; segment < 9; segment++) {
            List<TestTrade> trades = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                long time = midnight + random.nextInt(86_400_000);
                trades.add(new TestTrade(
                        "S" + random.nextInt(20),
                        Double.toString(1 + random.nextInt(1_000) / 8.0 + 0.1),
                        Integer.toString(random.nextInt(40)),
                        time,
                        time + random.nextInt(100_000),
                        random.nextInt(3) == 0 ? "1|12" : "1"));
            }
            fixture.land(segment % 3, trades);
        }
        for (int partition = 0; partition < 3; partition++) {
            fixture.land(partition, TestTrade.of("S1", "5", "1", "2013-10-08T00:01:00Z"));
        }
        return fixture;
    }

    @Test
    void what_is_published_is_the_same_with_and_without_compaction() throws Exception {
        landGenerated();
        assertThat(run()).as(said.toString()).isZero();
        assertThat(said.toString()).contains("2013-10-07: files read: 216 as CSV", "0 from the compaction (0 Parquet");
        List<String> fromCsv = published();

        compact();
        assertThat(run()).as(said.toString()).isZero();
        assertThat(said.toString())
                .as("compaction makes nothing dirty")
                .contains("Nothing to do: 2 dates are current.");

        Path summary = directory.resolve("summary.json");
        assertThat(run("--force", "2013-10-07", "--summary-json=" + summary)).isZero();
        assertThat(said.toString())
                .contains("2013-10-07: files read: 0 as CSV (0.0 MB), 216 from the compaction (1 Parq");
        assertThat(summary).content().contains("\"csvFiles\" : 0", "\"compactedFiles\" : 216", "part-0000.parquet\"");
        assertThat(published()).isEqualTo(fromCsv);

        assertThat(run("--force", "2013-10-07", "--no-compacted")).isZero();
        assertThat(said.toString()).contains("2013-10-07: files read: 216 as CSV");
        assertThat(published()).isEqualTo(fromCsv);
    }

    @Test
    void spark_sql_reads_in_a_compaction_what_it_reads_in_the_csv() throws Exception {
        landGenerated();
        compact();
        var compacted = CompactedTrades.beside(landing);
        Path parts = compacted.root().resolve(compacted.of(MONDAY).orElseThrow().directory());
        SparkSession session =
                SparkSession.builder().sparkContext(spark.open().sc()).getOrCreate();
        String columns = "symbol, cast(price as double), cast(volume as double), cast(trade_time_ms as long),"
                + " cast(received_time_ms as long), coalesce(conditions, ''), event_id, cast(kafka_partition as int),"
                + " cast(kafka_offset as long)";
        session.read().parquet(parts.toString()).createOrReplaceTempView("compacted");
        session.read()
                .option("header", true)
                .option("recursiveFileLookup", true)
                .csv(landing.resolve("trades/dt=" + MONDAY).toString())
                .createOrReplaceTempView("landed");
        List<Row> landed =
                session.sql("SELECT " + columns + " FROM landed ORDER BY 8, 9").collectAsList();
        assertThat(landed).hasSize(27_000);
        assertThat(session.sql("SELECT " + columns + " FROM compacted ORDER BY 8, 9")
                        .collectAsList())
                .isEqualTo(landed);
    }

    @Test
    void a_late_file_is_read_beside_the_compaction_with_the_same_result() throws Exception {
        LandingFixture fixture = landGenerated();
        compact();
        fixture.land(1, TestTrade.of("S1", "777", "5", "2013-10-07T12:00:00Z"));
        Path summary = directory.resolve("summary.json");
        assertThat(run("--summary-json=" + summary)).as(said.toString()).isZero();
        assertThat(said.toString()).contains("2013-10-07: files read: 1 as CSV (0.0 MB), 216 from the compaction");
        assertThat(summary).content().contains("dt=2013-10-07/hour=12/trades-1-00000000000000009001.csv\"");
        List<String> fromBoth = published();
        assertThat(run("--force", "--no-compacted")).isZero();
        assertThat(published()).isEqualTo(fromBoth);
    }

    @Test
    void a_flipped_byte_of_the_compaction_fails_the_date_names_the_file_and_leaves_what_was_published()
            throws Exception {
        landGenerated();
        assertThat(run()).isZero();
        List<String> before = published();
        compact();
        var compacted = CompactedTrades.beside(landing);
        Path part = compacted
                .root()
                .resolve(compacted.of(MONDAY).orElseThrow().directory())
                .resolve("part-0000.parquet");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 4;
        Files.write(part, bytes);
        assertThat(run("--force")).isEqualTo(1);
        assertThat(said.toString())
                .contains("2013-10-07: FAILED")
                .contains(part + ": the file was changed after it was compacted")
                .contains("2013-10-08: published");
        assertThat(published()).isEqualTo(before);
        assertThat(run("--force", "--no-compacted")).isZero();
    }

    @Test
    void a_recorded_day_gives_the_same_bars_from_its_compaction() throws Exception {
        Optional<Path> data = RecordedDay.directory();
        assumeThat(data)
                .as("recorded days beside the checkout, or where TIDEMARK_DATA says")
                .isPresent();
        RecordedDay.land(data.orElseThrow().resolve("trades/us-equities-20131007.csv.gz"), landing);
        closeMonday();
        assertThat(run("--out-of-orderness=0s", "2013-10-07"))
                .as(said.toString())
                .isZero();
        List<String> fromCsv = published();
        compact();
        assertThat(run("--force", "2013-10-07")).as(said.toString()).isZero();
        assertThat(said.toString()).contains("2013-10-07: files read: 0 as CSV");
        assertThat(published()).isEqualTo(fromCsv);
    }

    /** The consumer has looked long after, so that each partition is complete, and Tuesday has begun in one. */
    private void closeMonday() throws IOException {
        var fixture = new LandingFixture(landing);
        fixture.land(3, TestTrade.of("S1", "5", "1", "2013-10-08T01:00:00Z"));
        long look =
                Instant.parse("2013-10-08T00:00:00Z").plus(Duration.ofHours(1)).toEpochMilli();
        for (int partition = 0; partition < 3; partition++) {
            fixture.progress(partition, 0, look);
        }
    }
}
