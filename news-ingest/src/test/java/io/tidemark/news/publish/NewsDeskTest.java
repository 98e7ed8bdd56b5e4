package io.tidemark.news.publish;

import static io.tidemark.news.fixture.Items.article;
import static io.tidemark.news.fixture.Items.item;
import static io.tidemark.news.fixture.Items.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.news.article.Article;
import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.article.Refused;
import io.tidemark.news.count.NewsCounters;
import io.tidemark.news.fixture.Items;
import io.tidemark.news.fixture.SetClock;
import io.tidemark.news.seen.SeenArticles;
import io.tidemark.news.seen.SeenKeeper;
import io.tidemark.news.seen.SeenLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsDeskTest {
    @TempDir
    private Path directory = Path.of(".");

    private final SetClock clock = new SetClock();
    private final SeenArticles seen =
            new SeenArticles(new SeenLimits(100, Duration.ofDays(3), Duration.ofHours(24), Duration.ofHours(24)));
    private final NewsCounters counters = new NewsCounters(new SimpleMeterRegistry());
    private final DeliveryHealth health = new DeliveryHealth(clock);

    @SuppressWarnings("NullAway.Init")
    private SeenKeeper keeper;

    @BeforeEach
    void open() throws IOException {
        keeper = SeenKeeper.open(file(), seen);
        keeper.recall();
    }

    @AfterEach
    void close() throws IOException {
        keeper.close();
    }

    private Path file() {
        return directory.resolve("seen.jsonl");
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(
                acknowledging, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private NewsDesk desk(MockProducer<byte[], byte[]> producer) {
        return new NewsDesk(new KafkaOutlet(producer, 1 << 20), seen, keeper, counters, health, clock);
    }

    private static Harvest harvest(NewsItem... items) {
        return Harvest.of(Arrays.stream(items).map(item -> article(item)).toList(), List.of());
    }

    private Map<String, Long> counts() {
        return counters.of("s");
    }

    private static List<NewsItem> news(MockProducer<byte[], byte[]> producer) throws Exception {
        var items = new ArrayList<NewsItem>();
        for (ProducerRecord<byte[], byte[]> one : producer.history()) {
            if (one.topic().equals(Topics.NEWS)) {
                items.add(new NewsItemCodec().decode(one.value()));
                assertThat(new String(one.key(), StandardCharsets.UTF_8))
                        .isEqualTo(items.get(items.size() - 1).id());
            }
        }
        return items;
    }

    @Test
    void an_article_is_remembered_only_after_the_acknowledgement() throws Exception {
        var producer = producer(false);
        var accepted = CompletableFuture.runAsync(
                () -> accept(desk(producer), harvest(item("1")).upTo(new Bookmark("q", "1"))));
        await().until(() -> producer.history().size() == 1);
        assertThat(Files.readString(file())).isEmpty();
        assertThat(seen.of("q")).isEmpty();
        assertThat(counts()).containsEntry("published", 0L);
        clock.advance(Duration.ofSeconds(11));
        assertThat(health.check().up()).isFalse();
        producer.completeNext();
        accepted.join();
        assertThat(Files.readString(file())).contains("\"story\":\"1\"").contains("\"query\":\"q\"");
        assertThat(seen.of("q")).hasValue("1");
        assertThat(counts()).containsEntry("published", 1L);
        assertThat(health.check().up()).isTrue();
    }

    private static void accept(NewsDesk desk, Harvest harvest) {
        try {
            desk.accept("s", "s/q", harvest);
        } catch (PublishFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_article_that_kafka_does_not_take_comes_again() throws Exception {
        var producer = producer(false);
        var accepted = CompletableFuture.runAsync(() ->
                accept(desk(producer), harvest(item("1"), item("2"), item("3")).upTo(new Bookmark("q", "3"))));
        await().until(() -> producer.history().size() == 3);
        producer.completeNext();
        producer.errorNext(new TimeoutException("away"));
        producer.completeNext();
        assertThat(accepted)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("away");
        assertThat(health.check().up()).isFalse();
        assertThat(seen.of("q")).isEmpty();
        assertThat(counts()).containsEntry("published", 2L);

        var again = producer(true);
        accept(desk(again), harvest(item("1"), item("2"), item("3")).upTo(new Bookmark("q", "3")));
        assertThat(news(again)).extracting(NewsItem::id).containsExactly("2");
        assertThat(seen.of("q")).hasValue("3");
        assertThat(health.check().up()).isTrue();
    }

    @Test
    void a_closed_producer_is_a_failure_and_nothing_is_remembered() {
        var producer = producer(true);
        producer.close();
        assertThatThrownBy(() -> desk(producer).accept("s", "s/q", harvest(item("1"))))
                .isInstanceOf(PublishFailure.class);
        assertThat(seen.size()).isZero();
    }

    @Test
    void everything_received_is_counted_once() throws Exception {
        var producer = producer(true);
        var desk = desk(producer);
        accept(
                desk,
                harvest(
                        story("1", "Acme buys its rival Bolt for nine billion dollars", "https://a.example/1", "ACME"),
                        story("1", "Acme buys its rival Bolt for nine billion dollars", "https://a.example/1", "BOLT"),
                        story("1", "Acme buys its rival Bolt for nine billion dollars", "https://a.example/1", "ACME"),
                        story("2", "Other words for the same address, see there", "https://a.example/1?utm_id=3"),
                        story("3", "Acme buys rival Bolt for nine billion dollars | b.example", "https://b.example/1"),
                        Items.publishedBefore(Duration.ofDays(5), "4"),
                        Items.publishedBefore(Duration.ofDays(-5), "5")));
        assertThat(news(producer))
                .extracting(NewsItem::symbols)
                .containsExactly(List.of("ACME"), List.of("ACME", "BOLT"));
        assertThat(counts())
                .containsAllEntriesOf(Map.of(
                        "published", 1L,
                        "linked", 1L,
                        "duplicate_id", 1L,
                        "duplicate_url", 1L,
                        "duplicate_headline", 1L,
                        "too_old", 1L,
                        "refused", 1L));
        assertThat(counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
    }

    @Test
    void a_dead_letter_keeps_the_original_bytes_and_is_sent_once() throws Exception {
        var producer = producer(true);
        var desk = desk(producer);
        byte[] original = {'<', (byte) 0xff, 0};
        var harvest = Harvest.of(List.of(), List.of(new Refused(original, "no feed")));
        accept(desk, harvest);
        accept(desk, harvest);
        assertThat(producer.history()).singleElement().satisfies(one -> {
            assertThat(one.topic()).isEqualTo(Topics.DEAD_LETTERS);
            var letter = new DeadLetterCodec().decode(one.value());
            assertThat(letter.payload()).isEqualTo(original);
            assertThat(letter.reason()).isEqualTo("no feed");
            assertThat(letter.origin()).isEqualTo("s/q");
            assertThat(letter.receivedAt()).isEqualTo(clock.millis());
        });
        assertThat(counts()).containsEntry("refused", 1L).containsEntry("refused_before", 1L);
    }

    @Test
    void a_dead_letter_too_long_for_its_topic_is_cut_and_says_so() throws Exception {
        var producer = producer(true);
        accept(desk(producer), Harvest.unreadable(new byte[2 << 20], "too long"));
        var letter = new DeadLetterCodec().decode(producer.history().get(0).value());
        assertThat(producer.history().get(0).value().length).isLessThan(1 << 20);
        assertThat(letter.reason()).startsWith("too long (cut: the first ");
    }

    @Test
    void an_article_too_long_for_kafka_is_refused() throws Exception {
        var producer = producer(true);
        accept(
                desk(producer),
                Harvest.of(
                        List.of(new Article(
                                story("1", "h", "https://a.example/" + "x".repeat(300_000)), new byte[] {1})),
                        List.of()));
        assertThat(news(producer)).isEmpty();
        assertThat(counts()).containsEntry("refused", 1L);
    }

    @Test
    void a_stop_in_the_middle_finishes_what_was_begun() throws Exception {
        var producer = producer(true);
        Thread.currentThread().interrupt();
        accept(desk(producer), harvest(item("1")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readString(file())).contains("\"story\":\"1\"");
    }
}
