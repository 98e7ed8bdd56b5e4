package io.tidemark.speed.news.terms;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.news.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
class TrendingTermsTest {
    private static final Duration LATENESS = Duration.ofHours(3);

    private KeyedOneInputStreamOperatorTestHarness<String, Story, TrendingTerm> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(3);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Story, TrendingTerm> harness(int top)
            throws Exception {
        var rule = new TermRule(top, 2, Duration.ofHours(6));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrendingTerms(rule, Duration.ofSeconds(10), LATENESS)),
                story -> "*",
                Types.STRING);
    }

    private static Story story(double hour, String headline) {
        var story = new Story();
        story.publishedAt = HOUR + (long) (hour * 3_600_000);
        story.receivedAt = story.publishedAt;
        story.headline = headline;
        story.revision = 1;
        return story;
    }

    private void read(Story story) throws Exception {
        harness.processElement(new StreamRecord<>(story));
    }

    private void read(double hour, String headline, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            read(story(hour, headline));
        }
    }

    private void clock(long ms) throws Exception {
        harness.setProcessingTime(ms);
    }

    private void watermark(double hour) throws Exception {
        harness.processWatermark(new Watermark(HOUR + (long) (hour * 3_600_000)));
    }

    /** The table that the upserts would leave: {@code hour/term}. */
    private Map<String, TrendingTerm> table() {
        Map<String, TrendingTerm> table = new TreeMap<>();
        harness.extractOutputValues()
                .forEach(row -> table.merge(
                        (row.bucket() - HOUR) / 3_600_000 + "/" + row.term(),
                        row,
                        (known, fresh) -> fresh.revision() > known.revision() ? fresh : known));
        return table;
    }

    private TrendingTerm row(String key) {
        TrendingTerm row = table().get(key);
        assertThat(row).as(key).isNotNull();
        return row;
    }

    @Test
    void terms_show_from_the_fewest_stories_on() throws Exception {
        read(0, "tariffs", 1);
        clock(10_000);
        assertThat(table()).isEmpty();
        read(0, "tariffs", 1);
        assertThat(row("0/tariffs").items()).isEqualTo(2);
        assertThat(row("0/tariffs").score()).isEqualTo(1);
        assertThat(row("0/tariffs").words()).isEqualTo(1);
        assertThat(row("0/tariffs").width()).isEqualTo("1h");
    }

    @Test
    void rankings_come_at_most_every_interval() throws Exception {
        for (int i = 0; i < 100; i++) {
            clock(i * 1_000L);
            read(0, "tariffs", 1);
        }
        assertThat(harness.extractOutputValues()).hasSize(9);
        clock(200_000);
        assertThat(row("0/tariffs").items()).isEqualTo(100);
    }

    @Test
    void what_is_as_usual_does_not_stand_out() throws Exception {
        for (int hour = 0; hour < 40; hour++) {
            read(hour, "markets", 10);
            watermark(hour);
        }
        read(40, "markets", 10);
        read(40, "tariffs", 5);
        watermark(50);
        assertThat(row("40/tariffs").score()).isEqualTo(4);
        assertThat(table().get("40/markets")).isNull();
    }

    @Test
    void only_the_best_are_written_and_those_once_written_stay_right() throws Exception {
        read(0, "weak", 2);
        clock(10_000);
        assertThat(row("0/weak").items()).isEqualTo(2);
        for (String term : List.of("one", "oil", "gold", "copper", "weaker", "weaker")) {
            read(0, term, term.startsWith("w") ? 1 : 5);
        }
        read(0, "weak", 1);
        clock(30_000);
        assertThat(table()).containsOnlyKeys("0/copper", "0/gold", "0/oil", "0/weak");
        assertThat(row("0/weak").items()).isEqualTo(3);
    }

    @Test
    void a_late_story_changes_the_rows_of_its_hour_and_of_later_ones() throws Exception {
        read(0, "oil", 2);
        read(1, "tariffs", 4);
        clock(10_000);
        double before = row("1/tariffs").score();
        clock(20_000);
        Story late = story(0, "tariffs");
        late.receivedAt += 3_600_000;
        read(late);
        read(story(0.5, "tariffs"));
        clock(40_000);
        assertThat(row("0/tariffs").items()).isEqualTo(2);
        assertThat(row("1/tariffs").score()).isLessThan(before);
        assertThat(row("1/tariffs").revision()).isEqualTo(8);
        assertThat(row("0/tariffs").revision()).isEqualTo(4);
    }

    @Test
    void what_came_before_does_not_count() throws Exception {
        read(0, "tariffs", 2);
        Story again = story(0, "tariffs");
        again.revision = 2;
        read(again);
        watermark(10);
        assertThat(row("0/tariffs").items()).isEqualTo(2);
    }

    @Test
    void hours_that_can_no_longer_change_leave_only_what_they_say_of_terms() throws Exception {
        for (int hour = 0; hour < 100; hour++) {
            read(hour, "headline number " + hour, 2);
            watermark(hour);
        }
        // Four open hours or so, the past and the pace.
        assertThat(harness.numKeyedStateEntries()).isLessThan(8);
        watermark(200);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void a_restored_ranking_goes_on() throws Exception {
        read(0, "oil", 5);
        watermark(5);
        read(5, "oil", 1);
        read(5, "gold", 1);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        double before = row("0/oil").score();
        harness.close();
        harness = harness(3);
        harness.initializeState(state);
        harness.open();
        read(5, "oil", 9);
        watermark(10);
        assertThat(row("5/oil").items()).isEqualTo(10);
        assertThat(row("5/oil").revision()).isEqualTo(16);
        assertThat(row("5/oil").score()).isPositive().isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void final_rows_do_not_depend_on_the_order_of_stories(long seed) throws Exception {
        harness.close();
        harness = harness(1_000);
        harness.open();
        var random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            stories.add(story(random.nextDouble() * 6, "w" + random.nextInt(30) + " w" + random.nextInt(30)));
        }
        for (Story story : stories) {
            clock(harness.getProcessingTime() + 1_000);
            read(story);
        }
        watermark(100);
        Map<String, TrendingTerm> expected = table();
        harness.close();
        harness = harness(1_000);
        harness.open();
        Collections.shuffle(stories, random);
        for (Story story : stories) {
            clock(harness.getProcessingTime() + 700);
            read(story);
        }
        watermark(100);
        assertThat(positive(table())).isEqualTo(positive(expected)).isNotEmpty();
    }

    /** What stood out for a while only is there in one order and not in the other. */
    private static Map<String, TrendingTerm> positive(Map<String, TrendingTerm> table) {
        table.values().removeIf(row -> row.score() <= 0);
        return table;
    }
}
