package io.tidemark.news.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.fixture.SetClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceHistoryTest {
    private final SetClock clock = new SetClock();
    private final SourceHistory history = new SourceHistory("s", Duration.ofMinutes(5), clock);

    private SourceStatus status() {
        return history.status(Optional.empty());
    }

    @Test
    void a_source_begins_and_lives() {
        assertThat(status().state()).isEqualTo(SourceState.STARTING);
        history.ended(true, "");
        assertThat(status().state()).isEqualTo(SourceState.LIVE);
        assertThat(status().lastSuccess()).isEqualTo(clock.instant());
    }

    @Test
    void one_that_never_answered_is_down_with_a_reason() {
        assertThat(history.ended(false, "HTTP 500")).isEqualTo(1);
        assertThat(status().state()).isEqualTo(SourceState.DOWN);
        assertThat(status().reason()).isEqualTo("HTTP 500");
    }

    @Test
    void one_that_fails_is_delayed_first_and_down_after_three_intervals() {
        history.ended(true, "");
        clock.advance(Duration.ofMinutes(14));
        assertThat(history.ended(false, "HTTP 500")).isEqualTo(1);
        assertThat(status().state()).isEqualTo(SourceState.DELAYED);
        clock.advance(Duration.ofMinutes(2));
        assertThat(status().state()).isEqualTo(SourceState.DOWN);
        history.ended(true, "");
        assertThat(status().state()).isEqualTo(SourceState.LIVE);
        assertThat(status().failures()).isZero();
    }

    @Test
    void one_that_answers_in_part_is_delayed_without_counting_as_failed() {
        assertThat(history.ended(true, "one query failed")).isZero();
        assertThat(status().state()).isEqualTo(SourceState.DELAYED);
    }

    @Test
    void one_that_hangs_is_down_though_nothing_failed() {
        history.ended(true, "");
        history.begins();
        clock.advance(Duration.ofMinutes(16));
        assertThat(status().state()).isEqualTo(SourceState.DOWN);
        assertThat(status().reason()).startsWith("no round ended since");
    }

    @Test
    void one_that_asked_to_wait_is_delayed_and_says_until_when() {
        history.ended(true, "");
        assertThat(history.status(Optional.of(clock.instant().plusSeconds(60))))
                .satisfies(status -> assertThat(status.state()).isEqualTo(SourceState.DELAYED))
                .satisfies(status -> assertThat(status.reason()).isEqualTo("asked to wait until 2026-11-23T14:31:10Z"));
    }

    @Test
    void rounds_that_fail_come_at_longer_and_longer_intervals() {
        var policy = new PollPolicy(Duration.ofMinutes(30), 0.2);
        Duration interval = Duration.ofMinutes(5);
        assertThat(policy.delay(interval, 0, 0.5)).isEqualTo(interval);
        assertThat(policy.delay(interval, 1, 0.5)).isEqualTo(interval);
        assertThat(policy.delay(interval, 2, 0.5)).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.delay(interval, 1_000, 0.5)).isEqualTo(Duration.ofMinutes(30));
        assertThat(policy.delay(Duration.ofHours(2), 9, 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(policy.delay(interval, 0, 0)).isEqualTo(Duration.ofMinutes(4));
        assertThat(policy.delay(interval, 0, 1)).isEqualTo(Duration.ofMinutes(6));
    }
}
