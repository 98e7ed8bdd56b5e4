package io.tidemark.batch.price;

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
            GoldenPrices.assertEqual(DailyStatistics.TABLE, statistics, "recorded-daily_statistics");
            GoldenPrices.assertEqual(
                    DailyIndicators.TABLE, DailyIndicators.of(statistics), "recorded-daily_indicators");
            GoldenPrices.assertEqual(Movers.TABLE, Movers.of(statistics), "recorded-movers");
            GoldenPrices.assertEqual(Correlations.TABLE, Correlations.of(fives), "recorded-correlations");
            Dataset<Row> indicators = Indicators.of(minutes, fives);
            GoldenPrices.assertContains(
                    Indicators.TABLE, GoldenPrices.byKey(Indicators.TABLE, indicators), "recorded-indicators");
        }
    }
}
