package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.simulator.feed.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

    @Test
    void no_trade_of_the_past_is_too_late_to_be_sent() {
        long twoHours = Duration.ofHours(2).toMillis();
        assertThat(Pace.ofMarketWithHistory(twoHours, 50).maxLagMs()).isGreaterThan(twoHours);
        assertThat(Pace.ofMarketWithHistory(twoHours, 50).live()).isTrue();
    }

    @Test
    void the_past_is_sent_at_once_when_every_symbol_is_subscribed_and_then_trades_happen_now() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--history=10m", "--rate=20", "--symbols=AAPL,SPY");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL");
            Eventually.until(() -> simulator.report().subscriptions().size() == 1);
            assertThat(simulator.report().started()).isFalse();

            long before = System.currentTimeMillis();
            client.subscribe("SPY");
            Eventually.until(() ->
                    client.trades().stream().anyMatch(trade -> trade.path("t").asLong() > before));
            assertThat(client.trades().get(0).path("t").asLong()).isBetween(before - 600_000, before - 570_000);
            assertThat(client.tradeCount()).isGreaterThan(6_000);
            assertThat(simulator.report().totals().all().missed()).isZero();
        }
    }
}
