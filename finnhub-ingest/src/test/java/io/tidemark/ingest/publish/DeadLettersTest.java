package io.tidemark.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.fixture.MemorySink;
import io.tidemark.ingest.frame.FinnhubFrame;
import io.tidemark.ingest.frame.RejectedTrade;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final int LIMIT = 64 * 1024;

    private final MemorySink sink = new MemorySink();
    private final IngestCounters counters = new IngestCounters(new SimpleMeterRegistry());
    private final DeadLetters deadLetters = new DeadLetters(sink, counters, LIMIT);

    private static FinnhubFrame frame(String text) {
        return new FinnhubFrame("c1", 12, text, 5);
    }

    @Test
    void a_frame_is_kept_byte_for_byte() {
        deadLetters.frame(frame("{\"é"), "not valid JSON");

        assertThat(sink.deadLetters())
                .containsExactly(new DeadLetter(
                        "{\"é".getBytes(StandardCharsets.UTF_8),
                        "not valid JSON",
                        "finnhub connection c1 frame 12",
                        5));
        assertThat(counters.deadLetters().sum()).isEqualTo(1);
    }

    @Test
    void of_a_trade_frame_only_the_trade_at_fault_is_kept() {
        deadLetters.trade(frame("the whole frame"), new RejectedTrade(3, "{}", "missing field: s"));

        assertThat(sink.deadLetters())
                .containsExactly(new DeadLetter(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "missing field: s",
                        "finnhub connection c1 frame 12 index 3",
                        5));
    }

    @Test
    void what_the_topic_would_refuse_is_cut_and_says_so() {
        deadLetters.frame(frame("x".repeat(LIMIT)), "reason");

        var letter = sink.deadLetters().get(0);
        assertThat(letter.reason()).startsWith("reason (cut: the first ").endsWith(" of 65536 bytes)");
        assertThat(new DeadLetterCodec().encode(letter).length).isBetween(LIMIT / 2, LIMIT);
    }

    @Test
    void a_topic_that_takes_less_is_respected() {
        deadLetters.limitTo(LIMIT / 2);
        deadLetters.frame(frame("x".repeat(LIMIT)), "reason");

        assertThat(new DeadLetterCodec().encode(sink.deadLetters().get(0)).length)
                .isLessThan(LIMIT / 2);
    }
}
