package io.tidemark.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.bars.MinuteKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolPartitionerTest {

    @Test
    void all_minutes_of_a_symbol_go_to_one_partition_and_symbols_to_all_of_them() {
        var partitioner = new SymbolPartitioner(4);
        assertThat(IntStream.range(0, 1_440)
                        .map(minute -> partitioner.getPartition(new MinuteKey("polygenelubricants", minute))))
                .as("a symbol whose hash is the least number of all")
                .containsOnly(0);
        assertThat(IntStream.range(0, 100).map(symbol -> partitioner.getPartition(new MinuteKey("S" + symbol, 0))))
                .contains(0, 1, 2, 3)
                .allMatch(partition -> partition >= 0 && partition < 4);
    }
}
