package io.tidemark.speed.news.story;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static io.tidemark.speed.fixture.TestNews.item;
import static io.tidemark.speed.fixture.TestNews.receivedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.speed.fixture.PlainReader;
import io.tidemark.speed.fixture.TestNews;
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

@SuppressWarnings("NullAway.Init")
class StoriesTest {
    private static final Duration REMEMBER = Duration.ofHours(4);

    private KeyedOneInputStreamOperatorTestHarness<String, IncomingNews, Story> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, IncomingNews, Story> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Stories(PlainReader.maker(), REMEMBER)), Stories::keyOf, Types.STRING);
    }

    private void read(NewsItem item) throws Exception {
        harness.processElement(new StreamRecord<>(TestNews.judged(item)));
    }

    private List<Story> stories() {
        return harness.extractOutputValues();
    }

    @Test
    void a_story_is_linked_and_judged() throws Exception {
        read(item("1", 0, "Apple is up", "AAPL", "MSFT:0.4"));

        assertThat(stories()).singleElement().satisfies(story -> {
            assertThat(story.isFirst()).isTrue();
            assertThat(story.symbols).containsExactly("AAPL", "MSFT");
            assertThat(story.relevances).containsExactly(1, 0.4);
            assertThat(story.newSymbols).containsExactly("AAPL", "MSFT");
            assertThat(story.sentiment).isEqualTo(0.6);
            assertThat(story.headline).isEqualTo("Apple is up");
        });
    }

    @Test
    void a_story_that_comes_again_is_not_news() throws Exception {
        NewsItem item = item("1", 0, "Apple is up", "AAPL");
        read(item);
        read(item);
        read(receivedAt(item, 60_000));
        assertThat(stories()).hasSize(1);
    }

    @Test
    void new_symbols_make_a_new_revision_of_the_story_where_it_was() throws Exception {
        read(item("1", 0, "Apple is up", "AAPL:0.9"));
        read(receivedAt(item("1", 300_000, "Apple and Nvidia are up", "AAPL:0.3", "NVDA"), 400_000));

        assertThat(stories()).hasSize(2);
        Story again = stories().get(1);
        assertThat(again.revision).isEqualTo(2);
        assertThat(again.isFirst()).isFalse();
        assertThat(again.publishedAt).isEqualTo(HOUR);
        assertThat(again.receivedAt).isEqualTo(HOUR + 400_000);
        assertThat(again.headline).isEqualTo("Apple and Nvidia are up");
        assertThat(again.symbols).containsExactly("NVDA", "AAPL");
        assertThat(again.relevances).containsExactly(1, 0.9);
        assertThat(again.newSymbols).containsExactly("NVDA");
        assertThat(again.newRelevances).containsExactly(1);
    }

    @Test
    void the_same_id_of_another_feed_is_another_story() throws Exception {
        NewsItem item = item("1", 0, "Apple is up", "AAPL");
        read(item);
        read(new NewsItem("1", HOUR, HOUR, "Oil is down", "", "", "", "", List.of(), "gdelt"));
        assertThat(stories()).hasSize(2).allMatch(Story::isFirst);
    }

    @Test
    void a_story_is_forgotten_some_time_after_its_latest_receipt() throws Exception {
        NewsItem item = item("1", 0, "Apple is up", "AAPL");
        read(item);
        read(receivedAt(item, 3_600_000));
        harness.processWatermark(new Watermark(HOUR + REMEMBER.toMillis() + 1_000));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        harness.processWatermark(new Watermark(HOUR + REMEMBER.toMillis() + 3_600_000));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void a_restored_story_is_known() throws Exception {
        read(item("1", 0, "Apple is up", "AAPL"));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        read(item("1", 0, "Apple is up", "AAPL"));
        assertThat(stories()).isEmpty();
        read(item("1", 0, "Apple is up", "AAPL", "IBM"));
        assertThat(stories()).singleElement().satisfies(story -> assertThat(story.revision)
                .isEqualTo(2));
    }
}
