package io.tidemark.news.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.fetch.CallBudget.Rate;
import io.tidemark.news.fixture.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallBudgetTest {
    private final SetClock clock = new SetClock();

    private CallBudget budget(Rate... rates) {
        return new CallBudget(clock, clock::advance, new Random(1), List.of(rates));
    }

    private static long mostWithin(List<Instant> calls, Duration window) {
        long most = 0;
        for (Instant from : calls) {
            Instant to = from.plus(window);
            most = Math.max(
                    most,
                    calls.stream()
                            .filter(call -> !call.isBefore(from) && call.isBefore(to))
                            .count());
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_window_holds_more_calls_than_allowed(long seed) throws InterruptedException {
        var budget = budget(new Rate(60, Duration.ofMinutes(1)), new Rate(30, Duration.ofSeconds(1)));
        var random = new Random(seed);
        var calls = new ArrayList<Instant>();
        for (int i = 0; i < 600; i++) {
            if (random.nextInt(40) == 0) {
                clock.advance(Duration.ofMillis(random.nextInt(90_000)));
            }
            budget.acquire();
            calls.add(clock.instant());
        }
        assertThat(mostWithin(calls, Duration.ofMinutes(1))).isBetween(40L, 60L);
        assertThat(mostWithin(calls, Duration.ofSeconds(1))).isLessThanOrEqualTo(30);
    }

    @Test
    void a_call_gap_is_kept() throws InterruptedException {
        var budget = budget(new Rate(1, Duration.ofSeconds(6)));
        budget.acquire();
        assertThat(clock.instant()).isEqualTo(SetClock.START);
        budget.acquire();
        budget.acquire();
        assertThat(Duration.between(SetClock.START, clock.instant()))
                .isBetween(Duration.ofSeconds(12), Duration.ofMillis(12_010));
    }

    @Test
    void a_pause_holds_every_call_and_ends_at_random_a_little_later() throws InterruptedException {
        var budget = budget();
        Instant until = SetClock.START.plusSeconds(30);
        budget.pause(until);
        assertThat(budget.pausedUntil()).isPresent();
        budget.acquire();
        assertThat(clock.instant()).isBetween(until, until.plusMillis(2_010));
        assertThat(budget.pausedUntil()).isEmpty();
    }

    @Test
    void a_shorter_pause_does_not_end_a_longer_one() {
        var budget = budget();
        budget.pause(SetClock.START.plusSeconds(100));
        budget.pause(SetClock.START.plusSeconds(10));
        assertThat(budget.pausedUntil())
                .hasValueSatisfying(until -> assertThat(until).isAfterOrEqualTo(SetClock.START.plusSeconds(100)));
    }

    @Test
    void a_clock_set_back_takes_no_calls_away() throws InterruptedException {
        var budget = budget(new Rate(60, Duration.ofMinutes(1)));
        budget.acquire();
        clock.advance(Duration.ofHours(-1));
        budget.acquire();
        assertThat(clock.instant()).isEqualTo(SetClock.START.minus(Duration.ofHours(1)));
    }
}
