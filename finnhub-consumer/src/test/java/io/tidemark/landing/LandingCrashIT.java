package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.CrashRounds;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.NumberedTopic;
import io.tidemark.landing.harness.RenamingConsumer;
import io.tidemark.landing.harness.SharedBroker;
import io.tidemark.landing.harness.Verified;
import io.tidemark.testkit.TestBroker;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the packaged service with SIGKILL and at every step of a segment; {@code landing.crash.rounds} says how often. */
@ExtendWith(SharedBroker.class)
final class LandingCrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(LandingCrashIT.class);
    private static final int ROUNDS = Integer.getInteger("landing.crash.rounds", 25);
    private static final int NEWS_ROUNDS = Integer.getInteger("landing.crash.news.rounds", 19);
    private static final long SEED = Long.getLong("landing.crash.seed", 20261122);

    /** {@code landing.crash.commit=rename} takes the protection out: then this test is expected to fail. */
    private static final UnaryOperator<ConsumerProcess.Builder> COMMIT =
            System.getProperty("landing.crash.commit", "link").equals("rename")
                    ? consumer -> consumer.mainClass(RenamingConsumer.class)
                    : UnaryOperator.identity();

    @Test
    void after_any_number_of_crashes_every_trade_is_landed_exactly_once(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "crash", 3)) {
            CrashRounds.Outcome outcome = new CrashRounds(topic, landing, SEED, COMMIT).run(ROUNDS);
            LOG.info("crash rounds: {}", outcome);
            assertThat(outcome.duplicates()).as(outcome.toString()).isZero();
            assertThat(outcome.missing()).as(outcome.toString()).isZero();
            assertThat(outcome.rows()).isEqualTo(topic.numbers());
            assertThat(outcome.halted()).containsExactlyInAnyOrder(FailPoint.values());
            assertThat(outcome.fenced()).as("two writers have met").isPositive();
            LandedTrades.requireProven(landing, topic);
        }
    }

    @Test
    void after_any_number_of_crashes_while_news_are_written_both_datasets_are_landed_exactly_once(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic trades = NumberedTopic.trades(kafka, "crash-both", 2);
                NumberedTopic news = NumberedTopic.news(kafka, "crash-both", 2)) {
            CrashRounds.Outcome outcome =
                    new CrashRounds(trades, landing, SEED, COMMIT).andNews(news).run(NEWS_ROUNDS);
            LOG.info("crash rounds, both datasets: {}", outcome);
            assertThat(outcome.duplicates()).as(outcome.toString()).isZero();
            assertThat(outcome.missing()).as(outcome.toString()).isZero();
            assertThat(outcome.altered()).as(outcome.toString()).isZero();
            assertThat(outcome.newsRows()).isEqualTo(news.numbers());
            assertThat(outcome.rows()).isEqualTo(trades.numbers() + news.numbers());
            assertThat(outcome.halted()).containsExactlyInAnyOrder(FailPoint.values());
            assertThat(outcome.fenced()).as("two writers have met").isPositive();
            Verified.run(landing, trades, news).requireProven();
        }
    }
}
