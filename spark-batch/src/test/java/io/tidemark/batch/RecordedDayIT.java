package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.batch.fixture.RecordedDay;
import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.job.SparkContexts;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded market day against bars that other, plainer code made of it. Looked for beside the checkout. */
class RecordedDayIT {
    private static final Percentage ONE_IN_A_BILLION = Percentage.withPercentage(1e-7);

    @ParameterizedTest
    @CsvSource({"20131007, none, all-trades", "20131008, without-3-8-32, without-3-8-32"})
    void every_minute_equals_the_expected_bars(String day, String conditions, String expected, @TempDir Path directory)
            throws Exception {
        Optional<Path> data = RecordedDay.directory();
        assumeThat(data)
                .as("recorded days beside the checkout, or where TIDEMARK_DATA says")
                .isPresent();
        Path recorded = data.orElseThrow();
        Path landing = directory.resolve("landing");
        long trades = RecordedDay.land(recorded.resolve("trades/us-equities-" + day + ".csv.gz"), landing);

        Map<String, String[]> served = new HashMap<>();
        try (ServedDatabase database = ServedDatabase.start()) {
            var said = new StringWriter();
            String[] arguments = {
                "--landing=" + landing, "--results=" + directory.resolve("results"), "--conditions=" + conditions
            };
            assertThat(new BatchJob(Clock.systemUTC(), new PrintWriter(said), new SparkContexts())
                            .run(arguments, database.environment()))
                    .as(said.toString())
                    .isZero();
            assertThat(database.rows("SELECT rows_read FROM batch.runs")).containsExactly(Long.toString(trades));
            for (String row : database.rows(
                    "SELECT symbol || ',' || (extract(epoch FROM bucket) * 1000)::bigint, open, high, low, close, volume,"
                            + " vwap, trades FROM batch.bars WHERE interval = '1m'")) {
                String[] cells = row.split("\\|", -1);
                served.put(cells[0], cells);
            }
        }

        List<String> keys = new ArrayList<>();
        try (BufferedReader reader =
                RecordedDay.open(recorded.resolve("expected/bars-1m-" + expected + "-" + day + ".csv.gz"))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keys.add(compare(line.split(",", -1), served));
            }
        }
        assertThat(served).containsOnlyKeys(keys);
    }

    private static String compare(String[] expected, Map<String, String[]> served) {
        String key = expected[0] + "," + expected[1];
        String[] bar = served.get(key);
        assertThat(bar).as(key).isNotNull();
        for (int price = 1; price <= 4; price++) {
            String cell = expected[price + 1];
            if (cell.isEmpty()) {
                assertThat(bar[price]).as(key).isEqualTo("null");
            } else {
                assertThat(Double.parseDouble(bar[price])).as(key).isEqualTo(Double.parseDouble(cell));
            }
        }
        assertThat(Double.parseDouble(bar[5])).as(key).isCloseTo(Double.parseDouble(expected[6]), ONE_IN_A_BILLION);
        assertThat(Double.parseDouble(bar[6])).as(key).isCloseTo(Double.parseDouble(expected[7]), ONE_IN_A_BILLION);
        assertThat(bar[7]).as(key).isEqualTo(expected[8]);
        return key;
    }
}
