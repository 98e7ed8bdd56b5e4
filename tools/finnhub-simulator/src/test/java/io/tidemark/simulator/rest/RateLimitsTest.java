package io.tidemark.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {

    private Instant now = Instant.parse("2026-11-23T10:00:05Z");
    private final RateLimits limits = new RateLimits(60, 30, () -> now);

    private long allowed(String key, int calls) {
        return IntStream.range(0, calls).filter(i -> limits.call(key).allowed()).count();
    }

    @Test
    void thirty_calls_a_second_and_sixty_a_minute() {
        assertThat(allowed("a", 40)).isEqualTo(30);
        now = now.plusSeconds(1);
        assertThat(allowed("a", 40)).isEqualTo(20);
        now = now.plusSeconds(1);
        assertThat(allowed("a", 40)).isZero();
    }

    @Test
    void a_new_minute_begins_anew() {
        allowed("a", 100);
        now = Instant.parse("2026-11-23T10:01:00Z");
        assertThat(allowed("a", 10)).isEqualTo(10);
    }

    @Test
    void keys_do_not_share_limits() {
        allowed("a", 100);
        assertThat(allowed("b", 10)).isEqualTo(10);
    }

    @Test
    void the_verdict_says_when_the_minute_ends() {
        RateLimits.Verdict verdict = limits.call("a");
        assertThat(verdict.remaining()).isEqualTo(59);
        assertThat(Instant.ofEpochSecond(verdict.resetsAt())).isEqualTo(Instant.parse("2026-11-23T10:01:00Z"));
    }
}
