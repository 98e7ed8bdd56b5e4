package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.Quote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteFramesTest {
    private final FakeServing serving = new FakeServing();
    private final QuoteFrames frames = new QuoteFrames();

    @Test
    void who_has_seen_nothing_gets_every_symbol() {
        Overview now =
                serving.quotes("IBM", 180, 182, 181).quotes("SPY", 166, 165).overview();

        assertThat(frames.between(null, now))
                .isEqualTo("IBM\t181.00\t+0.56%\t1\t0zV\nSPY\t165.00\t\u22120.60%\t-1\tz0");
    }

    @Test
    void who_has_seen_the_last_tick_gets_only_what_changed() {
        Overview before =
                serving.quotes("IBM", 180, 182).quotes("SPY", 166, 165).overview();
        Overview now = serving.quotes("SPY", 166, 167).overview();

        assertThat(frames.between(before, now)).isEqualTo("SPY\t167.00\t+0.60%\t1\t0z");
    }

    @Test
    void a_price_that_moves_between_two_lines_of_closes_costs_no_line() {
        Overview before = serving.quotes("IBM", 180, 182).overview();
        Quote quote = before.quote("IBM").orElseThrow();
        Quote moved = new Quote("IBM", 183.0, null, 3.0, 1.67, 0, quote.closes(), Instant.EPOCH);
        Overview now = new Overview(List.of(moved), null, List.of(), List.of());

        assertThat(frames.between(before, now)).isEqualTo("IBM\t183.00\t+1.67%\t1");
    }

    @Test
    void a_price_that_is_written_again_unchanged_is_not_sent() {
        Overview before = serving.quotes("IBM", 180, 182).overview();
        Quote quote = before.quote("IBM").orElseThrow();
        Quote again = new Quote(
                "IBM", quote.last(), null, quote.change(), quote.changePercent(), 5, quote.closes(), Instant.EPOCH);

        assertThat(frames.between(before, new Overview(List.of(again), null, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void a_tick_is_written_once_for_all_sessions() {
        Overview before = serving.quotes("IBM", 180, 182).overview();
        Overview now = serving.quotes("IBM", 180, 183).overview();

        assertThat(frames.between(before, now)).isSameAs(frames.between(before, now));
    }

    @Test
    void a_flat_line_runs_through_the_middle() {
        Overview now = serving.quotes("IBM", 180, 180).overview();

        assertThat(frames.between(null, now)).endsWith("\t0\tVV");
    }
}
