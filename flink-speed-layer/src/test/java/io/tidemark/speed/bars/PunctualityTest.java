package io.tidemark.speed.bars;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lateness by what lies before a trade in its partition. Out-of-orderness 5 s, allowed lateness 2 min. */
class PunctualityTest {
    private static final long LIMIT = 60_000 + 125_000;

    private Punctuality punctuality = punctuality();

    private static Punctuality punctuality() {
        return new Punctuality(Duration.ofSeconds(5), Duration.ofMinutes(2));
    }

    private boolean isTooLate(int partition, long ms) {
        var event = TestTrade.event("AAPL", MINUTE + ms, MINUTE + ms, 10, 1);
        return punctuality.isTooLate(IncomingTrade.accepted(event, TradeEffects.ALL, partition, 0));
    }

    @Test
    void a_minute_takes_trades_until_its_partition_is_past_it_by_the_lateness() {
        assertThat(isTooLate(0, LIMIT - 1)).isFalse();
        assertThat(isTooLate(0, 59_999)).isFalse();
        assertThat(isTooLate(0, LIMIT)).isFalse();
        assertThat(isTooLate(0, 59_999)).isTrue();
        assertThat(isTooLate(0, 60_000)).isFalse();
    }

    @Test
    void a_late_trade_makes_no_other_late() {
        assertThat(isTooLate(0, LIMIT)).isFalse();
        assertThat(isTooLate(0, 0)).isTrue();
        assertThat(isTooLate(0, LIMIT - 1)).isFalse();
        assertThat(isTooLate(0, 0)).isTrue();
    }

    @Test
    void partitions_do_not_know_of_each_other() {
        assertThat(isTooLate(7, LIMIT)).isFalse();
        assertThat(isTooLate(3, 0)).isFalse();
        assertThat(isTooLate(7, 0)).isTrue();
    }

    @Test
    void what_it_knows_can_be_restored_in_parts_and_with_older_parts_among_them() {
        isTooLate(0, LIMIT);
        isTooLate(2, LIMIT);
        List<PartitionTime> times = punctuality.times();
        assertThat(times).extracting(PartitionTime::partition).containsExactly(0, 2);
        punctuality = punctuality();
        punctuality.restore(times);
        punctuality.restore(List.of(new PartitionTime(0, MINUTE)));
        assertThat(isTooLate(0, 0)).isTrue();
        assertThat(isTooLate(1, 0)).isFalse();
        assertThat(isTooLate(2, 0)).isTrue();
    }
}
