package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.TradeTopic;
import io.tidemark.testkit.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service against a real broker, without faults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LandingIT {
    private EmbeddedKafka kafka;

    @BeforeAll
    void startBroker(@TempDir Path directory) throws Exception {
        kafka = EmbeddedKafka.start(directory);
    }

    @AfterAll
    void stopBroker() {
        kafka.close();
    }

    @Test
    void every_trade_is_landed_once_and_what_is_no_trade_is_quarantined_with_its_bytes(@TempDir Path landing)
            throws Exception {
        try (TradeTopic topic = TradeTopic.create(kafka, "basic", 3)) {
            topic.send(10_000);
            topic.send(0, "{\"no\": \"trade\"".getBytes(StandardCharsets.UTF_8));
            topic.send(1, null);
            topic.send(2, new byte[0]);
            topic.send(2, new byte[2 * 1024 * 1024]);
            topic.send(5_000);
            try (ConsumerProcess consumer =
                    ConsumerProcess.of(topic, landing.resolve("data")).start()) {
                await().atMost(Duration.ofSeconds(60)).until(() -> topic.publishedOffset("group", 2) >= 5_002);
                assertThat(consumer.terminate()).isEqualTo(143);
                System.out.println(consumer.log());
            }
            System.out.println(LandedTrades.requireProven(landing.resolve("data"), topic));
            LandedTrades landed = LandedTrades.in(landing.resolve("data"));
            assertThat(landed.duplicates()).isZero();
            assertThat(landed.missingOf(15_000)).isZero();
            assertThat(LandedTrades.quarantine(landing.resolve("data"))).hasSize(4);
            assertThat(LandedTrades.temporary(landing.resolve("data"))).isEmpty();
        }
    }
}
