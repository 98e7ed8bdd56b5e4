package io.tidemark.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.tidemark.ingest.fixture.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final ManualClock clock = new ManualClock();
    private final Backlog backlog = new Backlog(clock, 8);

    @Test
    void below_the_limit_nobody_waits() {
        backlog.sendBegins(7);
        backlog.awaitRoom();

        assertThat(backlog.inFlight()).isEqualTo(7);
        assertThat(backlog.holding()).isFalse();
    }

    @Test
    void at_the_limit_the_sender_waits_until_a_quarter_is_free() {
        backlog.sendBegins(8);
        var sender = CompletableFuture.runAsync(backlog::awaitRoom);
        await().until(backlog::holding);

        backlog.acknowledged();
        assertThat(sender).isNotDone();
        backlog.acknowledged();

        sender.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(backlog.holding()).isFalse();
        assertThat(backlog.inFlight()).isEqualTo(6);
    }

    @Test
    void a_close_releases_the_sender_and_takes_no_more() {
        backlog.sendBegins(8);
        var sender = CompletableFuture.runAsync(backlog::awaitRoom);
        await().until(backlog::holding);

        backlog.close();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(sender.orTimeout(30, TimeUnit.SECONDS)::join)
                .withCauseInstanceOf(SinkClosedException.class);
        assertThatExceptionOfType(SinkClosedException.class).isThrownBy(backlog::awaitRoom);
    }

    @Test
    void a_producer_that_takes_its_time_holds_the_feed_back_too() {
        backlog.sendBegins(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(backlog.holding()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(backlog.holding()).isTrue();
        backlog.sendEnds();
        assertThat(backlog.holding()).isFalse();
    }

    @Test
    void a_stall_lasts_from_the_first_record_or_the_last_acknowledgement() {
        clock.advance(Duration.ofHours(1));
        assertThat(backlog.stalledFor()).isZero();

        backlog.sendBegins(2);
        clock.advance(Duration.ofSeconds(5));
        backlog.sendBegins(1);
        assertThat(backlog.stalledFor()).hasSeconds(5);

        backlog.acknowledged();
        assertThat(backlog.stalledFor()).isZero();
        clock.advance(Duration.ofSeconds(3));
        assertThat(backlog.stalledFor()).hasSeconds(3);
    }
}
