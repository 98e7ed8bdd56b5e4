package io.tidemark.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBarFileTest {
    private static final double NONE = Double.NaN;

    @Test
    void prices_that_are_not_there_are_empty_and_whole_numbers_have_no_fraction(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("bars.csv");
        try (var out = new CsvBarFile(file)) {
            out.add(new Bar("A", Interval.ONE_MINUTE, 0, 1.5, 2, 1, 1.25, 97062721, 1.375, 4, 3, 1, 1, 59_999));
            out.add(new Bar(
                    "B,\"C\"", Interval.ONE_MINUTE, 60_000, NONE, NONE, NONE, NONE, 0.5, 9, 1, 0, 0, 60_000, 60_000));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "symbol,bucket,open,high,low,close,volume,vwap,trades,eligible_trades,late_trades,first_trade_time,last_trade_time",
                        "A,1970-01-01T00:00:00Z,1.5,2,1,1.25,97062721,1.375,4,3,1,1970-01-01T00:00:00.001Z,1970-01-01T00:00:59.999Z",
                        "\"B,\"\"C\"\"\",1970-01-01T00:01:00Z,,,,,0.5,9,1,0,0,1970-01-01T00:01:00Z,1970-01-01T00:01:00Z");
    }
}
