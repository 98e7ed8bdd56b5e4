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
    void the_past_waits_for_its_reader_and_the_present_does_not() {
        long started = 1_000_000;
        Pace pace = Pace.ofMarketWithHistory(600_000, 50);
        long past = pace.patienceMs(started - 1, started);
        assertThat(past).isGreaterThan(pace.patienceMs(started, started));
        assertThat(pace.maxLagMs())
                .as("trades that waited for the reader are not too late")
                .isGreaterThan(600_000 + past);
        Pace live = Pace.ofLiveMarket(50);
        assertThat(live.patienceMs(started - 1, started)).isEqualTo(live.patienceMs(started, started));
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
