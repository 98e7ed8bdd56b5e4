package io.tidemark.ingest.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.ingest.fixture.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> sent = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions(
            clock,
            new RetrySchedule(List.of(Duration.ofMinutes(5), Duration.ofMinutes(45))),
            List.of("AAPL", " IC MARKETS:1 ", "MSFT", "AAPL"));

    private void attach() {
        subscriptions.attach(sent::add);
    }

    private static String subscribe(String symbol) {
        return "{\"type\":\"subscribe\",\"symbol\":\"" + symbol + "\"}";
    }

    private static String unsubscribe(String symbol) {
        return "{\"type\":\"unsubscribe\",\"symbol\":\"" + symbol + "\"}";
    }

    private SubscriptionState state(String symbol) {
        return subscriptions.all().stream()
                .filter(one -> one.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void every_new_connection_is_told_all_symbols() {
        assertThat(subscriptions.active()).isEmpty();
        attach();
        assertThat(sent).containsExactly(subscribe("AAPL"), subscribe("IC MARKETS:1"), subscribe("MSFT"));
        assertThat(subscriptions.active()).containsExactly("AAPL", "IC MARKETS:1", "MSFT");

        subscriptions.detach();
        assertThat(subscriptions.active()).isEmpty();
        sent.clear();
        attach();
        assertThat(sent).containsExactly(subscribe("AAPL"), subscribe("IC MARKETS:1"), subscribe("MSFT"));
    }

    @Test
    void a_change_goes_to_the_open_connection_at_once_and_only_the_difference() {
        attach();
        sent.clear();

        subscriptions.replace(List.of("MSFT", "AAPL", "OANDA:EUR_USD"));

        assertThat(sent).containsExactly(unsubscribe("IC MARKETS:1"), subscribe("OANDA:EUR_USD"));
        assertThat(subscriptions.active()).containsExactly("AAPL", "MSFT", "OANDA:EUR_USD");
    }

    @Test
    void a_change_without_a_connection_waits_for_the_next_one() {
        subscriptions.add(List.of("TSLA"));
        subscriptions.remove(List.of("AAPL", "never there"));
        assertThat(sent).isEmpty();

        attach();

        assertThat(sent).containsExactly(subscribe("IC MARKETS:1"), subscribe("MSFT"), subscribe("TSLA"));
    }

    @Test
    void a_symbol_that_is_there_is_not_subscribed_twice() {
        attach();
        sent.clear();

        subscriptions.add(List.of("AAPL"));

        assertThat(sent).isEmpty();
    }

    @Test
    void too_many_symbols_give_up_the_last_subscribed_each_time() {
        attach();
        assertThat(subscriptions.onOverLimit()).contains("MSFT");
        assertThat(subscriptions.onOverLimit()).contains("IC MARKETS:1");

        assertThat(subscriptions.active()).containsExactly("AAPL");
        assertThat(state("MSFT")).isEqualTo(SubscriptionState.OVER_LIMIT);
        assertThat(sent).endsWith(unsubscribe("MSFT"), unsubscribe("IC MARKETS:1"));
    }

    @Test
    void too_many_symbols_without_any_is_no_fault() {
        assertThat(subscriptions.onOverLimit()).isEmpty();
    }

    @Test
    void room_that_becomes_free_goes_to_a_symbol_over_the_limit() {
        attach();
        subscriptions.onOverLimit();
        sent.clear();

        subscriptions.remove(List.of("AAPL"));

        assertThat(sent).containsExactly(unsubscribe("AAPL"), subscribe("MSFT"));
        assertThat(state("MSFT")).isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void symbols_over_the_limit_come_last_on_the_next_connection() {
        attach();
        subscriptions.onOverLimit();
        subscriptions.add(List.of("TSLA"));
        subscriptions.detach();
        sent.clear();

        attach();

        assertThat(sent)
                .containsExactly(subscribe("AAPL"), subscribe("IC MARKETS:1"), subscribe("TSLA"), subscribe("MSFT"));
    }

    @Test
    void an_invalid_symbol_is_tried_again_by_the_schedule() {
        attach();
        for (int minutes : new int[] {5, 45, 45}) {
            assertThat(subscriptions.onInvalid("IC MARKETS:1")).isTrue();
            assertThat(state("IC MARKETS:1")).isEqualTo(SubscriptionState.INVALID);
            sent.clear();
            clock.advance(Duration.ofMinutes(minutes).minusMillis(1));
            subscriptions.tick();
            assertThat(sent).isEmpty();
            clock.advance(Duration.ofMillis(1));
            subscriptions.tick();
            assertThat(sent).containsExactly(subscribe("IC MARKETS:1"));
            assertThat(state("IC MARKETS:1")).isEqualTo(SubscriptionState.ACTIVE);
        }
    }

    @Test
    void an_invalid_symbol_is_not_the_one_over_the_limit() {
        attach();
        subscriptions.onInvalid("MSFT");

        assertThat(subscriptions.onOverLimit()).contains("IC MARKETS:1");
    }

    @Test
    void an_unknown_symbol_cannot_be_invalid() {
        assertThat(subscriptions.onInvalid("NOT WANTED")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "A\nB", "A\"B", "A\\B", "A,B"})
    void what_cannot_be_a_symbol_is_refused_and_changes_nothing(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> subscriptions.replace(List.of("TSLA", text)));

        assertThat(subscriptions.all()).hasSize(3);
    }

    @Test
    void a_connection_that_takes_nothing_leaves_symbols_waiting() {
        subscriptions.attach(message -> false);

        assertThat(subscriptions.active()).isEmpty();
        assertThat(state("AAPL")).isEqualTo(SubscriptionState.WAITING);
    }
}
