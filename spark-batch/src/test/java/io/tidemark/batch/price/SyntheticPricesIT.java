package io.tidemark.batch.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The price analytics of a made-up market, with gaps, minutes without prices, a change of clocks and a half day, against
 * values that Python has computed from the definitions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticPricesIT {
    private LocalSpark spark;
    private List<String[]> bars;
    private Dataset<Row> minutes;
    private Dataset<Row> fives;
    private Dataset<Row> history;

    @BeforeAll
    void start() throws IOException {
        spark = new LocalSpark();
        bars = GoldenPrices.read("synthetic-minutes");
        minutes = spark.minutes(bars).cache();
        fives = spark.fives(bars).cache();
        history = spark.rows(DailyStatistics.TABLE, GoldenPrices.read("history-daily_statistics"))
                .cache();
    }

    @AfterAll
    void stop() {
        spark.close();
    }

    @Test
    void daily_statistics_equal_the_golden_values() throws IOException {
        GoldenPrices.assertEqual(
                DailyStatistics.TABLE, DailyStatistics.of(minutes, fives), "synthetic-daily_statistics");
    }

    @Test
    void indicators_equal_the_golden_values() throws IOException {
        Map<String, Row> indicators = GoldenPrices.byKey(Indicators.TABLE, Indicators.of(minutes, fives));
        GoldenPrices.assertContainsToPriceDigits(Indicators.TABLE, indicators, "synthetic-indicators");
        long closes = minutes.where("close IS NOT NULL").count()
                + fives.where("close IS NOT NULL").count();
        assertThat(indicators).hasSize((int) closes);
    }

    @Test
    void correlations_equal_the_golden_values() throws IOException {
        GoldenPrices.assertEqual(Correlations.TABLE, Correlations.of(fives), "synthetic-correlations");
    }

    @Test
    void daily_indicators_equal_the_golden_values() throws IOException {
        GoldenPrices.assertEqual(DailyIndicators.TABLE, DailyIndicators.of(history), "history-daily_indicators");
    }

    @Test
    void movers_equal_the_golden_values() throws IOException {
        GoldenPrices.assertEqual(Movers.TABLE, Movers.of(history), "history-movers");
    }

    @Test
    void no_bit_depends_on_the_order_or_the_partitions_of_the_bars() {
        List<String[]> shuffled = new ArrayList<>(bars);
        Collections.shuffle(shuffled, new Random(5));
        Dataset<Row> otherMinutes = spark.minutes(shuffled).repartition(5);
        Dataset<Row> otherFives = fives.repartition(3);
        assertSameBits(
                DailyStatistics.TABLE,
                DailyStatistics.of(minutes, fives),
                DailyStatistics.of(otherMinutes, otherFives));
        assertSameBits(Indicators.TABLE, Indicators.of(minutes, fives), Indicators.of(otherMinutes, otherFives));
        assertSameBits(Correlations.TABLE, Correlations.of(fives), Correlations.of(otherFives));
    }

    @Test
    void no_bit_depends_on_the_order_or_the_partitions_of_the_history() {
        Dataset<Row> other = history.repartition(7);
        assertSameBits(DailyIndicators.TABLE, DailyIndicators.of(history), DailyIndicators.of(other));
        assertSameBits(Movers.TABLE, Movers.of(history), Movers.of(other));
    }

    @Test
    void a_date_alone_gives_what_it_gives_among_others() {
        Dataset<Row> among = DailyStatistics.of(minutes, fives).where("dt = DATE'2024-03-11'");
        String only = "bucket >= TIMESTAMP'2024-03-11' AND bucket < TIMESTAMP'2024-03-12'";
        assertSameBits(DailyStatistics.TABLE, among, DailyStatistics.of(minutes.where(only), fives.where(only)));
    }

    @Test
    void later_dates_change_nothing_of_earlier_ones() {
        String until = "dt <= DATE'2024-03-01'";
        assertSameBits(
                DailyIndicators.TABLE,
                DailyIndicators.of(history).where(until),
                DailyIndicators.of(history.where(until)));
        assertSameBits(Movers.TABLE, Movers.of(history).where(until), Movers.of(history.where(until)));
    }

    @Test
    void results_have_the_columns_of_their_tables() {
        assertThat(DailyStatistics.of(minutes, fives).schema()).isEqualTo(DailyStatistics.TABLE.schema());
        assertThat(Indicators.of(minutes, fives).schema()).isEqualTo(Indicators.TABLE.schema());
        assertThat(Correlations.of(fives).schema()).isEqualTo(Correlations.TABLE.schema());
        assertThat(DailyIndicators.of(history).schema()).isEqualTo(DailyIndicators.TABLE.schema());
        assertThat(Movers.of(history).schema()).isEqualTo(Movers.TABLE.schema());
    }

    @Test
    void no_bars_give_no_rows() {
        Dataset<Row> nothing = minutes.where("false");
        assertThat(DailyStatistics.of(nothing, nothing).count()).isZero();
        assertThat(Indicators.of(nothing, nothing).count()).isZero();
        assertThat(Correlations.of(nothing).count()).isZero();
        assertThat(Movers.of(history.where("false")).count()).isZero();
    }

    /** Rows hold boxed doubles, whose equality is that of their bits. */
    private static void assertSameBits(ResultTable table, Dataset<Row> one, Dataset<Row> other) {
        var rows = GoldenPrices.byKey(table, one);
        assertThat(rows).isNotEmpty().isEqualTo(GoldenPrices.byKey(table, other));
    }
}
