package io.tidemark.batch.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.GoldenDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan gives the same, to the bit, however its input is cut and its parts are mixed. */
@SuppressWarnings("NullAway.Init")
class RowScanTest {
    private static final int ROUNDS = 40;

    @TempDir
    private static Path landing;

    @BeforeAll
    static void land() throws IOException {
        GoldenDay.land(landing, 100);
    }

    @Test
    void any_ranges_dealt_to_any_tasks_and_merged_in_any_order_give_the_same() throws IOException {
        ScannedDay whole = ScannedDay.of(landing);
        var random = new Random(32);
        for (int round = 0; round < ROUNDS; round++) {
            long rangeBytes = 40L + random.nextInt(6_000);
            int tasks = 1 + random.nextInt(8);
            ScannedDay split = ScannedDay.of(landing, rangeBytes, tasks, random);
            assertThat(split.base())
                    .as("ranges of %d bytes, %d tasks", rangeBytes, tasks)
                    .isEqualTo(whole.base());
            assertThat(split.bars()).isEqualTo(whole.bars());
        }
    }

    @Test
    void segments_of_any_length_give_the_same(@TempDir Path other) throws IOException {
        GoldenDay.land(other, 7);
        assertThat(ScannedDay.of(other).base()).isEqualTo(ScannedDay.of(landing).base());
    }
}
