package io.tidemark.ingest.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedErrorsTest {
    private final Subscriptions subscriptions = new Subscriptions(
            new ManualClock(), new RetrySchedule(List.of(Duration.ofMinutes(5))), List.of("AAPL", "IC MARKETS:1"));
    private final FeedErrors errors = new FeedErrors(subscriptions, text -> text.replace("s3cret", "***"));

    private SubscriptionState stateOf(int index) {
        return subscriptions.all().get(index).state();
    }

    @Test
    void too_many_symbols_drop_the_last_one() {
        subscriptions.attach(message -> true);

        errors.onError("Subscribing to too many symbols");

        assertThat(stateOf(0)).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(stateOf(1)).isEqualTo(SubscriptionState.OVER_LIMIT);
        assertThat(errors.last()).isEqualTo("Subscribing to too many symbols");
    }

    @Test
    void an_invalid_symbol_may_hold_a_space() {
        errors.onError("Invalid symbol IC MARKETS:1");

        assertThat(stateOf(0)).isEqualTo(SubscriptionState.WAITING);
        assertThat(stateOf(1)).isEqualTo(SubscriptionState.INVALID);
    }

    @Test
    void other_errors_are_told_in_one_masked_line() {
        errors.onError("Your key s3cret\nis no good " + "x".repeat(1_000));

        assertThat(errors.last()).startsWith("Your key *** is no good").hasSizeLessThan(210);
        assertThat(stateOf(0)).isEqualTo(SubscriptionState.WAITING);
    }
}
