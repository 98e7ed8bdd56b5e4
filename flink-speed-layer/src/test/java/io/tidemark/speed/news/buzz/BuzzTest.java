package io.tidemark.speed.news.buzz;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.news.window.Contribution;
import io.tidemark.speed.news.window.NewsDimension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours are counted from {@code TestNews.HOUR}. */
@SuppressWarnings("NullAway.Init")
class BuzzTest {
    private static final int WEEK = 168;

    private KeyedOneInputStreamOperatorTestHarness<String, Contribution, SymbolBuzz> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Contribution, SymbolBuzz> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Buzz(Duration.ofSeconds(1), new BurstRule(3, 5, 5))),
                Contribution::name,
                Types.STRING);
    }

    private void stories(int hour, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            harness.processElement(new StreamRecord<>(
                    new Contribution(NewsDimension.SYMBOL, "AAPL", HOUR + hour * 3_600_000L + i, 1, 0)));
        }
        harness.setProcessingTime(harness.getProcessingTime() + 1_000);
    }

    /** The newest row of each hour. */
    private Map<Long, SymbolBuzz> rows() {
        Map<Long, SymbolBuzz> rows = new HashMap<>();
        harness.extractOutputValues()
                .forEach(row -> rows.merge(
                        (row.bucket() - HOUR) / 3_600_000,
                        row,
                        (old, fresh) -> fresh.revision() >= old.revision() ? fresh : old));
        return rows;
    }

    private SymbolBuzz row(long hour) {
        SymbolBuzz row = rows().get(hour);
        assertThat(row).isNotNull();
        return row;
    }

    private List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        var output = harness.getSideOutput(Buzz.ALERTS);
        if (output != null) {
            output.forEach(element -> alerts.add(element.getValue()));
        }
        return alerts;
    }

    @Test
    void too_few_weeks_say_nothing() throws Exception {
        stories(0, 2);
        stories(WEEK, 2);
        stories(2 * WEEK, 2);
        SymbolBuzz row = row(2 * WEEK);
        assertThat(row.items()).isEqualTo(2);
        assertThat(row.samples()).isEqualTo(2);
        assertThat(row.expected()).isNaN();
        assertThat(row.deviation()).isNaN();
        assertThat(row.zScore()).isNaN();
    }

    @Test
    void an_hour_is_compared_with_the_same_hour_of_earlier_weeks() throws Exception {
        stories(0, 10);
        stories(1, 30);
        stories(WEEK, 20);
        stories(2 * WEEK, 30);
        stories(3 * WEEK, 50);
        SymbolBuzz row = row(3 * WEEK);
        assertThat(row.samples()).isEqualTo(3);
        assertThat(row.expected()).isEqualTo(20);
        assertThat(row.deviation()).isEqualTo(10);
        assertThat(row.zScore()).isEqualTo(3);
        assertThat(row.revision()).isEqualTo(140);
    }

    @Test
    void an_hour_without_a_story_is_a_sample_too() throws Exception {
        stories(0, 6);
        stories(4 * WEEK, 9);
        SymbolBuzz row = row(4 * WEEK);
        assertThat(row.samples()).isEqualTo(4);
        assertThat(row.expected()).isEqualTo(1.5);
        assertThat(row.deviation()).isEqualTo(3);
        assertThat(row.zScore()).isEqualTo(2.5);
    }

    @Test
    void the_deviation_is_never_less_than_that_of_chance() throws Exception {
        for (int week = 0; week < 5; week++) {
            stories(week * WEEK, 4);
            stories(week * WEEK + 1, week == 4 ? 1 : 0);
        }
        assertThat(row(4 * WEEK).deviation()).isEqualTo(2);
        assertThat(row(4 * WEEK + 1).deviation()).isEqualTo(1);
    }

    @Test
    void only_the_last_weeks_are_compared_with() throws Exception {
        for (int week = 0; week < 20; week++) {
            stories(week * WEEK, week);
        }
        SymbolBuzz row = row(19 * WEEK);
        assertThat(row.samples()).isEqualTo(BuzzHistory.WEEKS);
        assertThat(row.expected()).isEqualTo(14.5);
        assertThat(row.revision()).isEqualTo(190);
    }

    @Test
    void a_late_story_changes_its_hour() throws Exception {
        stories(0, 1);
        stories(5, 3);
        stories(2, 4);
        assertThat(row(2).items()).isEqualTo(4);
        assertThat(row(2).revision()).isEqualTo(5);
        assertThat(row(5).revision()).isEqualTo(8);
    }

    @Test
    void a_burst_is_told_once_an_hour_at_the_story_that_made_it_one() throws Exception {
        for (int week = 0; week < 4; week++) {
            stories(week * WEEK, 1);
        }
        stories(4 * WEEK, 10);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("news-burst/AAPL/2013-11-04T14:00:00Z");
            assertThat(alert.value()).isEqualTo(4);
            assertThat(alert.threshold()).isEqualTo(3);
            assertThat(alert.occurredAt()).isEqualTo(HOUR + 4 * WEEK * 3_600_000L + 4);
            assertThat(alert.message()).isEqualTo("5 stories about AAPL in an hour, 1.0 expected");
        });
    }

    @Test
    void without_enough_weeks_a_burst_is_a_multiple_of_the_hourly_rate() throws Exception {
        for (int hour = 0; hour < 24; hour++) {
            stories(hour, 2);
        }
        stories(24, 9);
        assertThat(alerts()).isEmpty();
        stories(24, 3);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.value()).isEqualTo(10);
            assertThat(alert.threshold()).isEqualTo(10);
        });
    }

    @Test
    void a_symbol_that_is_new_has_no_bursts() throws Exception {
        stories(0, 100);
        stories(20, 100);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_symbol_has_one_entry_of_state_until_its_weeks_are_over() throws Exception {
        for (int hour = 0; hour < 1_000; hour++) {
            stories(hour, 1);
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        harness.processWatermark(new Watermark(HOUR + (11L * WEEK + 1_000) * 3_600_000));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void a_restored_history_goes_on() throws Exception {
        for (int week = 0; week < 3; week++) {
            stories(week * WEEK, 4);
        }
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        stories(3 * WEEK, 4);
        assertThat(row(3 * WEEK).zScore()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rows_do_not_depend_on_the_order_of_stories(long seed) throws Exception {
        var random = new Random(seed);
        List<Integer> hours = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            hours.add(random.nextInt(5) * WEEK + random.nextInt(4));
        }
        Collections.sort(hours);
        for (int hour : hours) {
            stories(hour, 1);
        }
        Map<Long, SymbolBuzz> expected = rows();
        harness.close();
        open();
        Collections.shuffle(hours, random);
        for (int hour : hours) {
            stories(hour, 1);
        }
        assertThat(rows()).isEqualTo(expected);
    }
}
