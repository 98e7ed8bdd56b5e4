package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final BackoffPolicy POLICY = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 0.2);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    private static List<Long> seconds(Backoff backoff, int count) {
        return Stream.generate(backoff::next)
                .limit(count)
                .map(Duration::toSeconds)
                .toList();
    }

    @Test
    void delays_double_up_to_the_longest() {
        var exact = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 0);

        assertThat(seconds(new Backoff(exact, random), 9)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void a_reset_begins_anew() {
        var backoff = new Backoff(new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 0), random);
        seconds(backoff, 5);

        backoff.reset();

        assertThat(backoff.failures()).isZero();
        assertThat(seconds(backoff, 2)).containsExactly(1L, 2L);
    }

    @Test
    void jitter_stays_within_its_share_and_uses_it() {
        var longest = Stream.generate(() -> new Backoff(POLICY, random))
                .limit(2_000)
                .map(Backoff::next)
                .toList();

        assertThat(longest).allMatch(delay -> delay.toMillis() >= 800 && delay.toMillis() <= 1_200);
        assertThat(longest).anyMatch(delay -> delay.toMillis() < 850).anyMatch(delay -> delay.toMillis() > 1_150);
    }

    @Test
    void years_of_failures_do_not_overflow() {
        assertThat(POLICY.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void senseless_policies_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(Duration.ZERO, Duration.ofSeconds(1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 1.5));
    }
}
