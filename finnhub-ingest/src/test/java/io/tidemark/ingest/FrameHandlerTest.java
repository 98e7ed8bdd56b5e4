package io.tidemark.ingest;

import static io.tidemark.ingest.fixture.Frames.PING;
import static io.tidemark.ingest.fixture.Frames.error;
import static io.tidemark.ingest.fixture.Frames.frame;
import static io.tidemark.ingest.fixture.Frames.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.contracts.event.Trade;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.fixture.ManualClock;
import io.tidemark.ingest.fixture.MemorySink;
import io.tidemark.ingest.frame.FinnhubFrame;
import io.tidemark.ingest.frame.FinnhubFrameParser;
import io.tidemark.ingest.frame.RepeatedFrames;
import io.tidemark.ingest.frame.TradeLimits;
import io.tidemark.ingest.publish.DeadLetters;
import io.tidemark.ingest.publish.EventSink;
import io.tidemark.ingest.publish.SinkClosedException;
import io.tidemark.ingest.subscription.FeedErrors;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameHandlerTest {
    private static final int MAX_LENGTH = 10_000;

    private final ManualClock clock = new ManualClock();
    private final long now = clock.millis();
    private final MemorySink sink = new MemorySink();
    private final IngestCounters counters = new IngestCounters(new SimpleMeterRegistry());
    private final List<String> fatal = new ArrayList<>();
    private final Subscriptions subscriptions =
            new Subscriptions(clock, new RetrySchedule(List.of(Duration.ofMinutes(5))), List.of("AAPL"));
    private final FeedErrors feedErrors = new FeedErrors(subscriptions, text -> text);
    private final FrameHandler handler = handler(sink, RepeatedFrames.KEEP);
    private long number;

    private FrameHandler handler(EventSink to, RepeatedFrames repeated) {
        return new FrameHandler(
                new FinnhubFrameParser(new TradeLimits(Duration.ofHours(24))),
                to,
                new DeadLetters(sink, counters, 1 << 20),
                feedErrors,
                counters,
                (message, cause) -> fatal.add(message),
                MAX_LENGTH,
                repeated);
    }

    private void handle(String text) {
        number++;
        handler.onFrame(new FinnhubFrame("c1", number, text, now));
    }

    @Test
    void trades_of_a_frame_go_on_in_order_and_are_counted() {
        handle(frame(trade("A", 1, 1, now), trade("B", 2, 0, now)));
        handle(frame(trade("A", 3, 1, now)));

        assertThat(sink.trades()).extracting(Trade::id).containsExactly("c1-1-0", "c1-1-1", "c1-2-0");
        assertThat(counters.values())
                .containsEntry("framesReceived", 2L)
                .containsEntry("tradesReceived", 3L)
                .containsEntry("priceUpdates", 1L)
                .containsEntry("deadLetters", 0L);
    }

    @Test
    void a_frame_delivered_three_times_is_suspected_twice_and_nothing_is_removed() {
        String text = frame(trade("A", 1, 1, now));
        handle(text);
        handle(text);
        handle(text);
        handle(PING);
        handle(PING);

        assertThat(sink.trades()).extracting(Trade::id).containsExactly("c1-1-0", "c1-2-0", "c1-3-0");
        assertThat(counters.suspectedDuplicateFrames().sum()).isEqualTo(2);
        assertThat(counters.pings().sum()).isEqualTo(2);
    }

    @Test
    void a_repeated_frame_can_be_diverted_and_is_kept_as_a_dead_letter() {
        FrameHandler diverting = handler(sink, RepeatedFrames.DIVERT);
        String text = frame(trade("A", 1, 1, now), trade("A", 1, 1, now));
        for (long i = 1; i <= 3; i++) {
            diverting.onFrame(new FinnhubFrame("c1", i, text, now));
        }

        assertThat(sink.trades()).extracting(Trade::id).containsExactly("c1-1-0", "c1-1-1");
        assertThat(sink.deadLetters()).hasSize(2).allSatisfy(letter -> assertThat(
                        new String(letter.payload(), StandardCharsets.UTF_8))
                .isEqualTo(text));
        assertThat(counters.values())
                .containsEntry("suspectedDuplicateFrames", 2L)
                .containsEntry("tradesReceived", 2L);
    }

    @Test
    void a_bad_trade_costs_only_itself() {
        handle(frame(trade("A", 1, 1, now), trade("A", -1, 1, now), trade("A", 2, 1, now)));

        assertThat(sink.trades()).extracting(Trade::price).containsExactly(1.0, 2.0);
        assertThat(sink.deadLetters()).hasSize(1);
        assertThat(counters.tradesReceived().sum()).isEqualTo(2);
        assertThat(counters.deadLetters().sum()).isEqualTo(1);
    }

    @Test
    void an_unreadable_frame_becomes_a_dead_letter_and_the_next_one_passes() {
        handle("{\"data\":[{");
        handle(frame(trade("A", 1, 1, now)));

        assertThat(sink.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.origin()).isEqualTo("finnhub connection c1 frame 1");
            assertThat(letter.reason()).startsWith("not valid JSON");
            assertThat(letter.payload()).asString().isEqualTo("{\"data\":[{");
        });
        assertThat(sink.trades()).hasSize(1);
    }

    @Test
    void of_a_frame_that_is_too_long_only_the_beginning_is_kept() {
        handle(frame("AAPL", 1, 200, now));

        assertThat(sink.trades()).isEmpty();
        assertThat(sink.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).hasSize(MAX_LENGTH);
            assertThat(letter.reason()).contains("more than 10000 (finnhub.max-frame)");
        });
    }

    @Test
    void a_binary_message_is_kept_byte_for_byte() {
        handler.onBinary(new byte[] {(byte) 0xff, 0}, "finnhub connection c1 frame 1", now);

        assertThat(sink.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.payload())
                .containsExactly(0xff, 0));
        assertThat(counters.framesReceived().sum()).isEqualTo(1);
    }

    @Test
    void an_error_frame_is_acted_on() {
        handle(error("Invalid symbol AAPL"));

        assertThat(feedErrors.last()).isEqualTo("Invalid symbol AAPL");
        assertThat(counters.feedErrors().sum()).isEqualTo(1);
    }

    @Test
    void a_failure_of_our_own_is_fatal_but_a_stop_is_not() {
        handler(new FailingSink(new IllegalStateException("broken")), RepeatedFrames.KEEP)
                .onFrame(new FinnhubFrame("c1", 1, frame(trade("A", 1, 1, now)), now));
        assertThat(fatal).containsExactly("could not handle finnhub connection c1 frame 1");

        handler(new FailingSink(new SinkClosedException()), RepeatedFrames.KEEP)
                .onFrame(new FinnhubFrame("c1", 2, frame(trade("A", 1, 1, now)), now));
        assertThat(fatal).hasSize(1);
    }

    /** A sink that takes nothing. */
    private record FailingSink(RuntimeException failure) implements EventSink {
        @Override
        public void trades(List<Trade> batch) {
            throw failure;
        }

        @Override
        public void gap(io.tidemark.contracts.event.FeedGap gap) {
            throw failure;
        }

        @Override
        public void deadLetter(io.tidemark.contracts.event.DeadLetter letter) {
            throw failure;
        }
    }
}
