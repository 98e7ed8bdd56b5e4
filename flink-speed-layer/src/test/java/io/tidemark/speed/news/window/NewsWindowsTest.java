package io.tidemark.speed.news.window;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When counts are written, closed and forgotten. Processing time begins at the hour's start. */
@SuppressWarnings("NullAway.Init")
class NewsWindowsTest {
    private static final long LATENESS_MS = 2 * 3_600_000L;

    private KeyedOneInputStreamOperatorTestHarness<String, Contribution, NewsWindow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(HOUR);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Contribution, NewsWindow> harness() throws Exception {
        var timing = new NewsWindowTiming(
                Duration.ofSeconds(1), Duration.ofMillis(LATENESS_MS), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new NewsWindows(timing)), Contribution::key, Types.STRING);
    }

    private void story(long ms, double relevance, double sentiment) throws Exception {
        harness.processElement(
                new StreamRecord<>(new Contribution(NewsDimension.SYMBOL, "A/B", HOUR + ms, relevance, sentiment)));
    }

    private void watermark(long ms) throws Exception {
        harness.processWatermark(new Watermark(HOUR + ms));
    }

    private void clock(long ms) throws Exception {
        harness.setProcessingTime(HOUR + ms);
    }

    /** Rows since the last call: width, minute within the hour, items, and whether closed. */
    private List<String> emitted() {
        List<String> rows = harness.extractOutputValues().stream()
                .map(row -> row.width() + "@" + (row.bucket() - HOUR) / 60_000 + " #" + row.items()
                        + (row.closed() ? " closed" : ""))
                .toList();
        harness.getOutput().clear();
        return rows;
    }

    @Test
    void a_first_story_shows_at_once_and_then_at_most_every_interval() throws Exception {
        story(61_000, 1, 0);
        assertThat(emitted()).containsExactly("1m@1 #1", "5m@0 #1", "1h@0 #1");
        clock(100);
        story(300_000, 1, 0);
        story(61_000, 1, 0);
        assertThat(emitted()).isEmpty();
        clock(1_000);
        assertThat(emitted()).containsExactly("1m@1 #2", "1m@5 #1", "5m@0 #2", "5m@5 #1", "1h@0 #3");
        clock(3_000);
        assertThat(emitted()).isEmpty();
    }

    @Test
    void a_row_says_how_many_how_relevant_and_in_what_mood() throws Exception {
        story(0, 1, 0.5);
        clock(2_000);
        story(1, 0.25, -0.3);
        clock(4_000);
        story(2, 0.5, 0.049);

        List<NewsWindow> rows = harness.extractOutputValues();
        NewsWindow row = rows.get(rows.size() - 1);
        assertThat(row.dimension()).isEqualTo("symbol");
        assertThat(row.name()).isEqualTo("A/B");
        assertThat(row.items()).isEqualTo(3);
        assertThat(row.revision()).isEqualTo(3);
        assertThat(row.weight()).isEqualTo(1.75);
        assertThat(row.sentiment()).isCloseTo((0.5 - 0.3 + 0.049) / 3, within(1e-9));
        assertThat(row.weightedSentiment()).isCloseTo((0.5 - 0.075 + 0.0245) / 1.75, within(1e-9));
        assertThat(row.positive()).isEqualTo(1);
        assertThat(row.negative()).isEqualTo(1);
    }

    @Test
    void windows_close_when_the_watermark_has_passed_them() throws Exception {
        story(61_000, 1, 0);
        emitted();
        watermark(119_998);
        assertThat(emitted()).isEmpty();
        watermark(119_999);
        assertThat(emitted()).containsExactly("1m@1 #1 closed");
        watermark(299_999);
        assertThat(emitted()).containsExactly("5m@0 #1 closed");
        watermark(3_599_999);
        assertThat(emitted()).containsExactly("1h@0 #1 closed");
    }

    @Test
    void a_late_story_changes_windows_that_are_closed() throws Exception {
        story(61_000, 1, 0);
        watermark(3_599_999);
        emitted();
        clock(10_000);
        story(62_000, 1, 0);
        story(600_000, 1, 0);
        assertThat(emitted()).containsExactly("1m@1 #2 closed", "5m@0 #2 closed", "1h@0 #2 closed");
        clock(11_000);
        assertThat(emitted()).containsExactly("1m@10 #1 closed", "5m@10 #1 closed", "1h@0 #3 closed");
    }

    @Test
    void a_change_that_waits_is_written_before_its_state_goes() throws Exception {
        story(0, 1, 0);
        story(1, 1, 0);
        emitted();
        watermark(3_599_999 + LATENESS_MS);
        assertThat(emitted()).containsExactly("1m@0 #2 closed", "5m@0 #2 closed", "1h@0 #2 closed");
    }

    @Test
    void what_is_forgotten_leaves_no_state() throws Exception {
        for (int minute = 0; minute < 180; minute++) {
            story(minute * 60_000L, 1, 0);
        }
        watermark(3 * 3_600_000 + LATENESS_MS);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        clock(24 * 3_600_000);
        assertThat(harness.numProcessingTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void an_hour_has_one_entry_of_state_whatever_comes() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            story(i * 3_600L, 1, 0);
        }
        // One in the map of hours; the other is the name's pace.
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }

    @Test
    void silence_closes_windows_that_are_over_by_the_clock() throws Exception {
        story(0, 1, 0);
        emitted();
        clock(64_998);
        assertThat(emitted()).isEmpty();
        clock(64_999);
        assertThat(emitted()).containsExactly("1m@0 #1 closed");
        clock(3_700_000);
        assertThat(emitted()).containsExactly("5m@0 #1 closed", "1h@0 #1 closed");
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void news_keeps_old_windows_open_while_it_comes() throws Exception {
        clock(7_200_000);
        story(0, 1, 0);
        clock(7_209_000);
        story(1, 1, 0);
        emitted();
        clock(7_210_000);
        assertThat(emitted()).isEmpty();
        clock(7_219_000);
        assertThat(emitted()).containsExactly("1m@0 #2 closed", "5m@0 #2 closed", "1h@0 #2 closed");
    }

    @Test
    void a_restored_hour_goes_on_where_it_was() throws Exception {
        story(0, 1, 0);
        story(1, 1, 0);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        clock(1_000);
        assertThat(emitted()).containsExactly("1m@0 #2", "5m@0 #2", "1h@0 #2");
        story(2, 1, 0);
        watermark(60_000);
        assertThat(emitted()).contains("1m@0 #3 closed", "1h@0 #3");
    }
}
