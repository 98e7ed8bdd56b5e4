package io.tidemark.dashboard.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveQuotesTest {
    private static final Instant START = FakeServing.START;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Quote IBM = new Quote("IBM", 182.0, START, 2.0, 1.11, 500, List.of(181.0, 182.0), null);

    private static LivePrice live(Instant time, LocalDate session) {
        return new LivePrice("IBM", 189, time, session, 4.0, 2.16, time.plusMillis(80));
    }

    private static Quote over(LivePrice price) {
        return LiveQuotes.over(List.of(IBM), List.of(price)).getFirst();
    }

    @Test
    void a_live_price_is_compared_with_the_watchlists_previous_close() {
        Quote quote = over(live(START.plusSeconds(5), TODAY));

        assertThat(quote.last()).isEqualTo(189);
        assertThat(quote.change()).isEqualTo(9);
        assertThat(quote.changePercent()).isCloseTo(5, within(1e-9));
        assertThat(quote.volume()).isEqualTo(500);
        assertThat(quote.heardAt()).hasValue(START.plusSeconds(5).plusMillis(80));
    }

    @Test
    void on_a_date_that_the_watchlist_does_not_know_the_speed_layers_change_counts() {
        Quote quote = over(live(START.plus(Duration.ofDays(1)), TODAY.plusDays(1)));

        assertThat(quote.change()).isEqualTo(4);
        assertThat(quote.changePercent()).isEqualTo(2.16);
    }

    @Test
    void a_speed_layer_that_has_fallen_behind_does_not_turn_the_price_back() {
        Quote quote = over(live(START.minusSeconds(5), TODAY));

        assertThat(quote.last()).isEqualTo(182);
        assertThat(quote.lastTime()).isEqualTo(START);
        assertThat(quote.heardAt()).hasValue(START.minusSeconds(5).plusMillis(80));
    }

    @Test
    void a_symbol_that_no_batch_has_seen_is_a_quote_of_its_own_in_its_place() {
        LivePrice zion = new LivePrice("ZION", 50, START, TODAY, null, null, START);
        LivePrice abbv = new LivePrice("ABBV", 60, START, TODAY, 1.0, 1.7, START);

        assertThat(LiveQuotes.over(List.of(IBM), List.of(zion, abbv)))
                .extracting(Quote::symbol)
                .containsExactly("ABBV", "IBM", "ZION");
    }

    @Test
    void the_line_of_closes_goes_on_to_the_live_price() {
        List<LivePrice> newer = List.of(live(START.plusSeconds(5), TODAY));
        List<LivePrice> older = List.of(live(START.minusSeconds(5), TODAY));

        assertThat(LiveQuotes.extended(List.of(IBM), newer).getFirst().closes()).containsExactly(181.0, 182.0, 189.0);
        assertThat(LiveQuotes.extended(List.of(IBM), older)).containsExactly(IBM);
        assertThat(LiveQuotes.extended(List.of(IBM), List.of(live(START, TODAY))))
                .as("a line that the watchlist has drawn up to the live price")
                .containsExactly(IBM);
    }
}
