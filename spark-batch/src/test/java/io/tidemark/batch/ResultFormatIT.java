package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.batch.job.SparkContexts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Parquet files as others read them: a dataset with its dates as partitions. */
class ResultFormatIT {

    @Test
    void spark_reads_a_dataset_with_its_dates_and_times(@TempDir Path directory) throws Exception {
        var landing = new LandingFixture(directory.resolve("landing"));
        landing.land(
                0,
                TestTrade.of("SPY", "10.25", "100", "2013-10-07T14:00:00.123Z").withConditions("3"),
                TestTrade.of("SPY", "10.5", "100", "2013-10-08T14:00:00Z"));
        try (ServedDatabase database = ServedDatabase.start()) {
            String[] arguments = {
                "--landing=" + landing.directory(),
                "--results=" + directory.resolve("results"),
                "--conditions=without-3-8-32"
            };
            assertThat(new BatchJob(Clock.systemUTC(), new PrintWriter(new StringWriter()), new SparkContexts())
                            .run(arguments, database.environment()))
                    .isZero();
        }
        try (SparkSession session = SparkSession.builder()
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            var bars = session.read()
                    .option("pathGlobFilter", "*.parquet")
                    .parquet(directory.resolve("results/bars_1m").toString())
                    .orderBy("dt");
            assertThat(bars.selectExpr(
                                    "symbol",
                                    "cast(bucket as string)",
                                    "open",
                                    "vwap",
                                    "trades",
                                    "eligible_trades",
                                    "cast(last_trade_time as string)",
                                    "cast(dt as string)")
                            .collectAsList())
                    .extracting(Row::mkString)
                    .containsExactly(
                            "SPY2013-10-07 14:00:00null10.25102013-10-07 14:00:00.1232013-10-07",
                            "SPY2013-10-08 14:00:0010.510.5112013-10-08 14:00:002013-10-08");
        }
    }
}
