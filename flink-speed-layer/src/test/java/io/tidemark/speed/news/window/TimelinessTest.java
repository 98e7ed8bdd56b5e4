package io.tidemark.speed.news.window;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.news.story.Story;
import java.time.Duration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TimelinessTest {
    private static final long LATENESS_MS = 7_200_000;

    private OneInputStreamOperatorTestHarness<Story, Story> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new Timeliness(Duration.ofMillis(LATENESS_MS)));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private boolean passes(long published, long received) throws Exception {
        var story = new Story();
        story.publishedAt = HOUR + published;
        story.receivedAt = HOUR + received;
        harness.getOutput().clear();
        harness.processElement(new StreamRecord<>(story));
        return !harness.extractOutputValues().isEmpty();
    }

    @Test
    void what_is_late_by_its_own_account_is_kept_out() throws Exception {
        assertThat(passes(0, LATENESS_MS)).isTrue();
        assertThat(passes(0, LATENESS_MS + 1)).isFalse();
    }

    @Test
    void what_was_on_time_passes_however_far_a_backlog_has_been_read() throws Exception {
        harness.processWatermark(new Watermark(HOUR + LATENESS_MS));
        assertThat(passes(0, LATENESS_MS)).isTrue();
    }

    @Test
    void a_record_of_an_hour_that_is_forgotten_is_kept_out() throws Exception {
        harness.processWatermark(new Watermark(HOUR + 3_599_998 + LATENESS_MS));
        assertThat(passes(0, 0)).isTrue();
        harness.processWatermark(new Watermark(HOUR + 3_599_999 + LATENESS_MS));
        assertThat(passes(0, 0)).isFalse();
        assertThat(passes(3_600_000, 3_600_000)).isTrue();
    }

    @Test
    void what_is_forgotten_stays_so_after_a_restart() throws Exception {
        harness.processWatermark(new Watermark(HOUR + 3_599_999 + LATENESS_MS));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = new OneInputStreamOperatorTestHarness<>(new Timeliness(Duration.ofMillis(LATENESS_MS)));
        harness.initializeState(state);
        harness.open();
        assertThat(passes(0, 0)).isFalse();
        assertThat(passes(3_600_000, 3_600_000)).isTrue();
    }
}
