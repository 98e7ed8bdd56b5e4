package io.tidemark.batch.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.batch.fixture.RecordedDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * The price analytics of two recorded days against values that Python has computed from the definitions. The days are looked
 * for beside the checkout.
 */
class RecordedPricesIT {

    @Test
    void every_table_of_the_recorded_days_equals_the_golden_values() throws IOException {
        Optional<Path> data = RecordedDay.directory();
        assumeThat(data)
                .as("recorded days beside the checkout, or where TIDEMARK_DATA says")
                .isPresent();
        List<String[]> bars = new ArrayList<>();
        for (String day : List.of("20131007", "20131008")) {
            bars.addAll(
                    GoldenPrices.cells(data.orElseThrow().resolve("expected/bars-1m-all-trades-" + day + ".csv.gz")));
        }
        try (LocalSpark spark = new LocalSpark()) {
            Dataset<Row> minutes = spark.minutes(bars).cache();
            Dataset<Row> fives = spark.fives(bars).cache();
            Dataset<Row> statistics = DailyStatistics.of(minutes, fives).cache();
            assertThat(statistics.count())
                    .isEqualTo(
                            GoldenPrices.assertEqual(DailyStatistics.TABLE, statistics, "recorded-daily_statistics"));
            Dataset<Row> days = DailyIndicators.of(statistics);
            assertThat(days.count())
                    .isEqualTo(GoldenPrices.assertEqual(DailyIndicators.TABLE, days, "recorded-daily_indicators"));
            Dataset<Row> movers = Movers.of(statistics);
            assertThat(movers.count()).isEqualTo(GoldenPrices.assertEqual(Movers.TABLE, movers, "recorded-movers"));
            Dataset<Row> pairs = Correlations.of(fives);
            assertThat(pairs.count())
                    .isEqualTo(GoldenPrices.assertEqual(Correlations.TABLE, pairs, "recorded-correlations"));
            assertThat(GoldenPrices.assertEqual(Indicators.TABLE, Indicators.of(minutes, fives), "recorded-indicators"))
                    .isPositive();
        }
    }
}
