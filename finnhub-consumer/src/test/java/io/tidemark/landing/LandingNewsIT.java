package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.LandedNews;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.NumberedTopic;
import io.tidemark.landing.harness.SharedBroker;
import io.tidemark.landing.harness.Verified;
import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both datasets in one process against a real broker. */
@ExtendWith(SharedBroker.class)
final class LandingNewsIT {

    private static void tells(ConsumerProcess consumer) throws IOException, InterruptedException {
        assertThat(LandingIT.get(consumer, "/health/ready")).contains("news", "trades", "lands 2 partitions");
        assertThat(LandingIT.get(consumer, "/metrics"))
                .contains("landing_rows_total{dataset=\"trades\"} 4000.0")
                .contains("landing_rows_total{dataset=\"news\"} 5000.0")
                .contains("landing_quarantined_total{dataset=\"news\"} 3.0");
        assertThat(LandingIT.get(consumer, "/status"))
                .contains("\"trades\":{\"topic\":\"market.trades.v1.both\",\"group\":\"group\","
                        + "\"state\":\"LANDING\",\"partitions\":2,")
                .contains("\"news\":{\"topic\":\"market.news.v1.both\",\"group\":\"group-news\",")
                .contains("\"counters\":{\"rows\":4000,\"quarantined\":0,")
                .contains("\"counters\":{\"rows\":5000,\"quarantined\":3,");
    }

    @Test
    void news_land_beside_the_trades_and_what_is_no_news_is_quarantined_with_its_bytes(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        byte[] broken = "{\"headline\": \"no\nnews\"".getBytes(StandardCharsets.UTF_8);
        try (NumberedTopic trades = NumberedTopic.trades(kafka, "both", 2);
                NumberedTopic news = NumberedTopic.news(kafka, "both", 2)) {
            trades.send(4_000);
            news.send(3_000);
            news.send(0, broken);
            news.send(0, null);
            news.send(1, new byte[0]);
            news.send(2_000);
            try (ConsumerProcess consumer =
                    ConsumerProcess.of(trades, landing).andNews(news).start()) {
                consumer.awaitLanded();
                // Each is told a moment after the round that landed the last of them.
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> tells(consumer));
                assertThat(consumer.terminate()).isEqualTo(143);
            }

            assertThat(Verified.run(landing, trades, news).requireProven())
                    .contains("5000 rows, 3 quarantined", "4000 rows, 0 quarantined");
            LandedNews landed = LandedNews.in(landing);
            assertThat(landed.rows()).isEqualTo(5_000);
            assertThat(landed.missingOf(5_000)).isZero();
            assertThat(landed.altered()).isZero();
            assertThat(LandedNews.quarantine(landing))
                    .hasSize(3)
                    .anyMatch(line -> line.contains(Base64.getEncoder().encodeToString(broken)));
            assertThat(LandedTrades.in(landing).missingOf(4_000)).isZero();
            assertThat(LandedTrades.temporary(landing)).isEmpty();
        }
    }

    @Test
    void trades_land_while_there_is_no_topic_of_news_and_the_news_when_it_comes(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic trades = NumberedTopic.trades(kafka, "early", 1);
                NumberedTopic news = NumberedTopic.newsToCome(kafka, "early", 1);
                ConsumerProcess consumer = ConsumerProcess.of(trades, landing)
                        .with("landing.datasets", "trades,news")
                        .with("kafka.news-topic", news.name())
                        .start()) {
            trades.send(500);
            consumer.awaitLanded();
            consumer.awaitLog("Waiting for topic " + news.name());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> LandingIT.get(consumer, "/health/ready").contains("lands 1 partitions"));
            assertThat(LandingIT.get(consumer, "/health/ready"))
                    .contains("\"status\":\"UP\"")
                    .contains("waits for the topic " + news.name());
            assertThat(LandingIT.get(consumer, "/status")).contains("\"state\":\"WAITING_FOR_TOPIC\"");
            LandedTrades.requireProven(landing, trades);

            news.make();
            news.send(300);
            consumer.awaitLanded("group-news", news);
            assertThat(consumer.terminate()).isEqualTo(143);
            Verified.run(landing, trades, news).requireProven();
            assertThat(LandedNews.in(landing).missingOf(300)).isZero();
        }
    }

    @Test
    void a_topic_of_news_made_anew_stops_the_process_and_the_trades_can_be_landed_alone(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic trades = NumberedTopic.trades(kafka, "anew-news", 1);
                NumberedTopic news = NumberedTopic.news(kafka, "anew-news", 1)) {
            news.send(100);
            trades.send(400);
            try (ConsumerProcess consumer = ConsumerProcess.of(trades, landing)
                    .andNews(news)
                    .with("landing.segment.max-bytes", "64MiB")
                    .with("landing.segment.max-age", "3s")
                    .start()) {
                consumer.awaitLanded();
                news.recreate();
                trades.send(250);
                news.send(200);
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("was deleted and made again");
            }
            assertThat(LandedNews.in(landing).rows()).isEqualTo(100);
            // The way on: the trades alone, until a person has decided about the news.
            try (ConsumerProcess consumer = ConsumerProcess.of(trades, landing).start()) {
                consumer.awaitLanded();
                consumer.terminate();
            }
            assertThat(LandedTrades.in(landing).missingOf(650)).isZero();
            assertThat(LandedTrades.in(landing).duplicates()).isZero();
        }
    }
}
