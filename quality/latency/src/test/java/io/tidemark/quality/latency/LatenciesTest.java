package io.tidemark.quality.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final MinuteKey MINUTE = MinuteKey.of("AAPL", 60_123);
    private static final List<VisibleBars.Sight> SIGHTS =
            List.of(new VisibleBars.Sight(2, 1_100), new VisibleBars.Sight(3, 1_500));

    private static Latencies of(List<Long> received, long from, long to) {
        return Latencies.of(Map.of(MINUTE, received), Map.of(MINUTE, SIGHTS), from, to);
    }

    @Test
    void a_trade_is_visible_with_the_first_bar_of_at_least_so_many_trades() {
        assertThat(of(List.of(1_000L, 1_010L, 1_200L), 0, 2_000).sorted()).containsExactly(90L, 100L, 300L);
    }

    @Test
    void trades_outside_the_measurement_only_hold_their_place() {
        assertThat(of(List.of(1_000L, 1_010L, 1_200L), 1_010, 1_200).sorted()).containsExactly(90L);
    }

    @Test
    void a_trade_that_no_bar_held_is_counted() {
        Latencies latencies = of(List.of(1_000L, 1_010L, 1_200L, 1_300L), 0, 2_000);
        assertThat(latencies.unseen()).isOne();
        assertThat(latencies.sorted()).hasSize(3);
    }

    @Test
    void percentiles_are_by_nearest_rank() {
        var latencies = new Latencies(LongStream.rangeClosed(1, 200).boxed().toList(), 0);
        assertThat(latencies.percentile(0.5)).isEqualTo(100);
        assertThat(latencies.percentile(0.99)).isEqualTo(198);
        assertThat(latencies.percentile(1)).isEqualTo(200);
    }

    @Test
    void a_trade_belongs_to_the_minute_of_its_time() {
        assertThat(MINUTE.minute()).isEqualTo(60_000);
    }
}
