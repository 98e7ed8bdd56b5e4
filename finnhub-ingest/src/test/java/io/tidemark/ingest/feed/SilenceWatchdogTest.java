package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceWatchdogTest {
    private final ManualClock clock = new ManualClock();
    private final SilenceWatchdog watchdog = new SilenceWatchdog(clock, Duration.ofSeconds(150));

    @Test
    void silence_up_to_the_limit_is_normal() {
        clock.advance(Duration.ofMillis(149_999));
        assertThat(watchdog.tooSilent()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(watchdog.tooSilent()).isTrue();
    }

    @Test
    void every_frame_begins_the_count_anew() {
        clock.advance(Duration.ofSeconds(149));
        watchdog.frameBegins();
        watchdog.frameEnds();
        clock.advance(Duration.ofSeconds(149));

        assertThat(watchdog.tooSilent()).isFalse();
    }

    @Test
    void the_time_in_which_we_do_not_listen_is_no_silence_of_the_feed() {
        watchdog.frameBegins();
        clock.advance(Duration.ofMinutes(10));
        assertThat(watchdog.tooSilent()).isFalse();

        watchdog.frameEnds();
        assertThat(watchdog.tooSilent()).isFalse();
        clock.advance(Duration.ofSeconds(150));
        assertThat(watchdog.tooSilent()).isTrue();
    }
}
