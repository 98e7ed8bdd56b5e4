package io.tidemark.news.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.count.NewsCounters;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fixture.Items;
import io.tidemark.news.fixture.SetClock;
import io.tidemark.news.publish.DeliveryHealth;
import io.tidemark.news.publish.KafkaOutlet;
import io.tidemark.news.publish.NewsDesk;
import io.tidemark.news.seen.SeenArticles;
import io.tidemark.news.seen.SeenKeeper;
import io.tidemark.news.seen.SeenLimits;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
    @TempDir
    private Path directory = Path.of(".");

    private final SetClock clock = new SetClock();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> fatal = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private NewsDesk desk;

    /** A source of queries that do as they are told. */
    private record Fake(String name, List<NewsQuery> queries) implements NewsSource {
        @Override
        public Duration interval() {
            return Duration.ofMillis(20);
        }

        @Override
        public Optional<Instant> pausedUntil() {
            return Optional.empty();
        }
    }

    @BeforeEach
    void open() throws IOException {
        var seen =
                new SeenArticles(new SeenLimits(100, Duration.ofDays(3), Duration.ofHours(24), Duration.ofHours(24)));
        desk = new NewsDesk(
                new KafkaOutlet(producer, 1 << 20),
                seen,
                SeenKeeper.open(directory.resolve("seen"), seen),
                new NewsCounters(new SimpleMeterRegistry()),
                new DeliveryHealth(clock),
                clock);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    private NewsQuery query(String name, NewsQuery.Asking asking) {
        return new NewsQuery(name, () -> {
            asked.add(name);
            return asking.ask();
        });
    }

    private NewsQuery good(String name) {
        return query(name, () -> Harvest.of(List.of(Items.article(Items.item(name))), List.of()));
    }

    private NewsQuery failing(String name, boolean wholeSource) {
        return query(name, () -> {
            throw new FetchFailure("HTTP 500", wholeSource);
        });
    }

    private SourceRound round(NewsQuery... queries) {
        var round = new SourceRound(new Fake("s", List.of(queries)), desk);
        round.run();
        return round;
    }

    @Test
    void a_query_that_fails_does_not_stop_the_others() {
        var round = round(failing("a", false), good("n1"), failing("b", false), good("n2"));
        assertThat(asked).containsExactly("a", "n1", "b", "n2");
        assertThat(round.answered()).isTrue();
        assertThat(round.problem()).isEqualTo("a: HTTP 500 (and 1 more)");
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void a_source_that_refuses_as_a_whole_is_not_asked_further() {
        assertThat(round(failing("a", true), good("n1")).answered()).isFalse();
        assertThat(asked).containsExactly("a");
    }

    @Test
    void three_failures_in_a_row_end_the_round() {
        var queries = new ArrayList<NewsQuery>();
        for (int i = 0; i < 50; i++) {
            queries.add(failing("q" + i, false));
        }
        round(queries.toArray(NewsQuery[]::new));
        assertThat(asked).hasSize(3);
    }

    @Test
    void an_unreadable_answer_is_a_dead_letter_and_a_problem() {
        var round = round(query("a", () -> Harvest.unreadable(new byte[] {1}, "no feed")));
        assertThat(round.answered()).isFalse();
        assertThat(round.problem()).isEqualTo("a: no feed");
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void a_fault_of_ours_is_told_and_the_round_goes_on() {
        var round = round(
                query("a", () -> {
                    throw new IllegalStateException("oops");
                }),
                good("n1"));
        assertThat(round.problem()).contains("oops");
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void a_source_that_hangs_or_fails_holds_up_no_other_and_ends_with_the_stop() throws Exception {
        var never = new CountDownLatch(1);
        var poller = new Poller(
                List.of(
                        new Fake("good", List.of(good("n1"))),
                        new Fake("failing", List.of(failing("a", false))),
                        new Fake("hanging", List.of(query("h", () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new FetchFailure("stopping", true);
                        })))),
                desk,
                new PollPolicy(Duration.ofMillis(40), 0),
                new Random(1),
                clock,
                (message, cause) -> fatal.add(message));
        poller.start();
        await().until(() ->
                poller.status().get(0).rounds() >= 5 && poller.status().get(1).failures() >= 5 && asked.contains("h"));
        assertThat(poller.status())
                .extracting(SourceStatus::state)
                .containsExactly(SourceState.LIVE, SourceState.DOWN, SourceState.STARTING);
        poller.stop();
        assertThat(poller.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(fatal).isEmpty();
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void an_error_of_the_machine_ends_the_process_instead_of_the_source() throws Exception {
        var poller = new Poller(
                List.of(new Fake("s", List.of(query("a", () -> {
                    throw new StackOverflowError("deep");
                })))),
                desk,
                new PollPolicy(Duration.ofMillis(40), 0),
                new Random(1),
                clock,
                (message, cause) -> fatal.add(message));
        poller.start();
        await().until(() -> !fatal.isEmpty());
        poller.stop();
        assertThat(poller.awaitEnd(Duration.ofSeconds(20))).isTrue();
    }
}
