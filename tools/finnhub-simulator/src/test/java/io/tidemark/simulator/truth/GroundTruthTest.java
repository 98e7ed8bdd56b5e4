package io.tidemark.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.simulator.trade.FeedTrade;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroundTruthTest {

    private static FeedTrade trade(String symbol, String volume, long time) {
        return new FeedTrade(symbol, "1", volume, time, List.of());
    }

    @Test
    void volumes_add_up_exactly() {
        GroundTruth truth = new GroundTruth();
        for (int i = 0; i < 1_000; i++) {
            truth.sent(List.of(trade("BINANCE:BTCUSDT", "0.1", 0), trade("BINANCE:BTCUSDT", "3", 0)));
        }
        assertThat(truth.totals().all().volume()).isEqualTo(new BigDecimal("3100"));
    }

    @Test
    void price_updates_are_no_trades() {
        GroundTruth truth = new GroundTruth();
        truth.sent(List.of(trade("A", "0", 0), trade("A", "0.000", 0), trade("A", "0e5", 0), trade("A", "5", 0)));
        assertThat(truth.totals().all()).isEqualTo(new Totals(1, 3, new BigDecimal("5"), 0));
    }

    @Test
    void minutes_are_those_of_event_time_before_1970_too() {
        GroundTruth truth = new GroundTruth();
        truth.sent(List.of(trade("A", "1", 59_999), trade("A", "1", 60_000), trade("A", "1", -1)));
        assertThat(truth.minutes()).extracting(MinuteTotals::minute).containsExactly(-60_000L, 0L, 60_000L);
    }

    @Test
    void old_minutes_are_forgotten_but_not_the_totals() {
        GroundTruth truth = new GroundTruth();
        for (int minute = 0; minute <= GroundTruth.MAX_ROWS; minute++) {
            truth.sent(List.of(trade("A", "1", minute * 60_000L)));
        }
        assertThat(truth.minutes()).hasSize(GroundTruth.MAX_ROWS);
        assertThat(truth.totals().forgottenMinutes()).isEqualTo(1);
        assertThat(truth.totals().all().trades()).isEqualTo(GroundTruth.MAX_ROWS + 1);
    }
}
