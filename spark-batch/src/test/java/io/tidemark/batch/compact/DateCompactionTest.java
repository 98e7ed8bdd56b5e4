package io.tidemark.batch.compact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandedRows;
import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class DateCompactionTest {
    private static final long MIDNIGHT = Instant.parse("2013-10-07T00:00:00Z").toEpochMilli();

    @TempDir
    private Path directory;

    private final Random random = new Random(7);

    private List<TestTrade> trades(int count, int symbols) {
        List<TestTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = MIDNIGHT + random.nextInt(7_200_000);
            trades.add(new TestTrade(
                    // A comma in every third, so that fields in quotes come up in every place.
                    (random.nextInt(3) == 0 ? "A,\"B\"" : "SYM") + random.nextInt(symbols),
                    decimal(1 + random.nextInt(1_000_000_000), random.nextInt(7)),
                    decimal(random.nextInt(100_000), random.nextInt(5)),
                    time,
                    time + random.nextInt(1_000),
                    random.nextInt(4) == 0 ? "" : random.nextInt(50) + "|" + random.nextInt(50)));
        }
        return trades;
    }

    private static String decimal(int unscaled, int scale) {
        return new BigDecimal(
                        Double.toString(BigDecimal.valueOf(unscaled, scale).doubleValue()))
                .stripTrailingZeros()
                .toPlainString();
    }

    private CompactionManifest compact(LandingFixture landing, int partRows) throws IOException {
        var compacted = CompactedTrades.beside(landing.directory());
        DateInput date = LandedTrades.read(landing.directory(), Duration.ZERO)
                .dates()
                .iterator()
                .next();
        CompactionManifest manifest;
        try (CompactionDisk disk = CompactionDisk.take(compacted)) {
            manifest = new DateCompaction(disk, CompactionStep.Listener.NONE, partRows).compact(date);
            assertThat(manifest.keptOut()).isEmpty();
            assertThat(compacted.of(date.date())).contains(manifest);
        }
        assertThat(LandedRows.readings(landing.directory(), compacted))
                .allSatisfy(reading -> assertThat(reading.csv()).isEmpty());
        assertThat(LandedRows.of(landing.directory(), compacted)).isEqualTo(LandedRows.ofCsv(landing.directory()));
        return manifest;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1_000})
    void files_are_cut_into_parts_and_small_ones_share_one(int partRows) throws IOException {
        var landing = new LandingFixture(directory);
        for (int segment = 0; segment < 12; segment++) {
            landing.land(segment % 3, trades(1 + random.nextInt(40), 5));
        }
        CompactionManifest manifest = compact(landing, partRows);
        assertThat(manifest.parts()).hasSize((int) Math.ceil((double) manifest.rows() / partRows));
    }

    @Test
    void symbols_too_many_for_a_dictionary_and_prices_that_never_repeat_come_back() throws IOException {
        var landing = new LandingFixture(directory);
        landing.land(0, trades(200_000, 1_000_000));
        compact(landing, 250_000);
    }
}
