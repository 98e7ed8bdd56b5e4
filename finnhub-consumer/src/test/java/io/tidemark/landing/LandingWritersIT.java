package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.NumberedTopic;
import io.tidemark.landing.harness.RenamingConsumer;
import io.tidemark.landing.harness.SharedBroker;
import io.tidemark.landing.harness.Verified;
import io.tidemark.testkit.TestBroker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several writers: members of a group, one that waits, and one that should not be there. */
@ExtendWith(SharedBroker.class)
final class LandingWritersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern START = Pattern.compile("rebalance-(\\d+): landing from offset");

    @Test
    void a_writer_that_comes_late_to_its_commit_is_fenced_and_goes_on_behind_the_other(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "fenced", 1)) {
            String log = overtake(topic, directory.resolve("data"), UnaryOperator.identity());

            assertThat(log).contains("fenced by another writer");
            LandedTrades.requireProven(directory.resolve("data"), topic);
            LandedTrades landed = LandedTrades.in(directory.resolve("data"));
            assertThat(landed.duplicates()).isZero();
            assertThat(landed.missingOf(topic.numbers())).isZero();
        }
    }

    @Test
    void the_same_writers_land_trades_twice_when_the_commit_is_a_rename(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "renamed", 1)) {
            String log =
                    overtake(topic, directory.resolve("data"), consumer -> consumer.mainClass(RenamingConsumer.class));

            assertThat(log).doesNotContain("fenced");
            Verified verified = Verified.run(directory.resolve("data"), topic);
            assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
            assertThat(verified.output()).contains("PROBLEM trades-0: the chain has an overlap");
            assertThat(LandedTrades.in(directory.resolve("data")).duplicates()).isPositive();
        }
    }

    /**
     * Both writers, which ignore the lock, read the first trades and stop in the middle of their commit. The second goes on,
     * lands that and much more; then the first goes on. Returns the first one's log.
     */
    private static String overtake(NumberedTopic topic, Path landing, UnaryOperator<ConsumerProcess.Builder> change)
            throws Exception {
        topic.send(50);
        // Started before there is a file of the first, which it would collect as garbage after its own commit.
        try (ConsumerProcess second = change.apply(writer(topic, landing, "second"))
                        .failAt("before-file-sync:pause")
                        .start()
                        .awaitLog("Fail point before-file-sync: pause");
                ConsumerProcess first = change.apply(writer(topic, landing, "first"))
                        .with("landing.segment.max-bytes", "9KiB")
                        .failAt("before-commit-link:pause")
                        .start()
                        .awaitLog("Fail point before-commit-link: pause")) {
            topic.send(2_000);
            second.resume();
            second.awaitLanded();
            second.terminate();
            topic.send(500);
            first.resume();
            first.awaitLanded();
            first.terminate();
            return first.log();
        }
    }

    private static ConsumerProcess.Builder writer(NumberedTopic topic, Path landing, String group) {
        return ConsumerProcess.of(topic, landing).with("kafka.group-id", group).lockBypassed();
    }

    @Test
    void a_second_writer_waits_for_the_lock_and_takes_over_when_it_is_free(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "locked", 1);
                ConsumerProcess first = ConsumerProcess.of(topic, landing).start()) {
            topic.send(500);
            first.awaitLanded();
            try (ConsumerProcess second = ConsumerProcess.of(topic, landing)
                    .with("kafka.group-id", "second")
                    .start()) {
                second.awaitLog("waiting for it");
                first.kill();
                topic.send(500);
                second.awaitLanded();
                second.terminate();
                assertThat(second.log()).contains("landing from offset 500").doesNotContain("fenced");
            }
            LandedTrades.requireProven(landing, topic);
            assertThat(LandedTrades.in(landing).missingOf(1_000)).isZero();
        }
    }

    @Test
    void a_rebalance_in_the_middle_of_a_segment_commits_it_and_the_chains_stay_contiguous(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "rebalance", 4);
                ConsumerProcess first = member(topic, landing).start()) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                first.awaitLog("rebalance-" + partition + ": landing from offset 0");
            }
            topic.send(4_000);
            awaitOpenSegments(first, landing);
            Set<Integer> moved = new HashSet<>();
            try (ConsumerProcess second = member(topic, landing).start()) {
                second.awaitLog("landing from offset");
                topic.send(4_000);
                awaitOpenSegments(second, landing);
                second.terminate();
                assertThat(second.log()).contains("landed [");
                moved.addAll(starts(second));
            }
            assertThat(first.log())
                    .as("nothing but the rebalance can have committed this")
                    .contains("landed [0, ");
            topic.send(1_000);
            await("what the second one landed is the first one's again")
                    .atMost(PATIENCE)
                    .until(() ->
                            moved.stream().allMatch(partition -> Collections.frequency(starts(first), partition) == 2));
            first.terminate();
            landTheRest(topic, landing);
        }
    }

    /** The partitions that a process of the rebalance has begun to land, as often as it has. */
    private static List<Integer> starts(ConsumerProcess process) {
        return START.matcher(process.log())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** Waits until a process has read something of each partition that it lands, and not committed it. */
    private static void awaitOpenSegments(ConsumerProcess process, Path landing) {
        await("open segments")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    List<Path> open = LandedTrades.temporary(landing);
                    return starts(process).stream().allMatch(partition -> open.stream()
                            .anyMatch(file ->
                                    file.getFileName().toString().startsWith(".part-trades-" + partition + "-")));
                });
    }

    /** One that by itself would not commit before the test is over. */
    private static ConsumerProcess.Builder member(NumberedTopic topic, Path landing) {
        return ConsumerProcess.of(topic, landing)
                .with("landing.segment.max-age", "1h")
                .with("landing.segment.max-bytes", "64MiB");
    }

    private static void landTheRest(NumberedTopic topic, Path landing) throws Exception {
        try (ConsumerProcess rest = ConsumerProcess.of(topic, landing)
                .with("kafka.group-id", "rest")
                .start()) {
            rest.awaitLanded();
            rest.terminate();
        }
        LandedTrades.requireProven(landing, topic);
        LandedTrades landed = LandedTrades.in(landing);
        assertThat(landed.duplicates()).isZero();
        assertThat(landed.missingOf(topic.numbers())).isZero();
    }
}
