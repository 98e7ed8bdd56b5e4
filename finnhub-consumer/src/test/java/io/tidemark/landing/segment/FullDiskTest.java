package io.tidemark.landing.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.landing.harness.FullDisk;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.LandedTrades;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The disk may be full in the middle of any write. */
final class FullDiskTest {
    private static final int RECORDS = 600;

    private final Path landing;

    FullDiskTest(@TempDir Path landing) {
        this.landing = landing;
    }

    /** Steps that are about as long as the smallest file and no divisor of anything, up to what all the records need. */
    static LongStream capacities() {
        return LongStream.iterate(1, bytes -> bytes < 47_000, bytes -> bytes + 397);
    }

    @ParameterizedTest
    @MethodSource("capacities")
    void a_full_disk_leaves_nothing_half_and_room_lets_the_next_writer_go_on(long capacity) throws IOException {
        var full = InProcessWriter.in(landing, FullDisk.below(landing, capacity));
        try (PartitionLanding partition = full.open(0)) {
            assertThatThrownBy(() -> {
                        for (long end = 150; end <= RECORDS; end += 150) {
                            full.land(partition, end);
                            partition.writeProgress(InProcessWriter.TOPIC_ID, RECORDS);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
        long rows = LandedTrades.in(landing).rows();
        assertThat(LandedTrades.in(landing).duplicates()).isZero();
        assertThat(rows).isLessThanOrEqualTo(InProcessWriter.eventsBelow(RECORDS));
        assertThat(LandedTrades.temporary(landing)).isEmpty();

        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            if (partition.position() < RECORDS) {
                writer.land(partition, RECORDS);
            }
        }
        assertThat(LandedTrades.in(landing).duplicates()).isZero();
        assertThat(LandedTrades.in(landing).rows()).isEqualTo(InProcessWriter.eventsBelow(RECORDS));
    }
}
