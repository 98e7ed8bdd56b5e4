package io.tidemark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.landing.harness.ConsumerProcess;
import io.tidemark.landing.harness.FullDisk;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.NumberedTopic;
import io.tidemark.landing.harness.SharedBroker;
import io.tidemark.landing.harness.SmallDisk;
import io.tidemark.landing.harness.Verified;
import io.tidemark.testkit.EmbeddedKafka;
import io.tidemark.testkit.FreePorts;
import io.tidemark.testkit.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of the disk and of Kafka: the service stops and tells, nothing is skipped or spoiled, a restart goes on. */
@ExtendWith(SharedBroker.class)
final class LandingFaultIT {
    private static final Logger LOG = LoggerFactory.getLogger(LandingFaultIT.class);
    private static final int TRADES = 12_000;
    private static final int SMALL_KIB = 600;

    @Test
    void a_full_disk_stops_the_service_and_room_lets_it_go_on(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path disk = directory.resolve("disk");
        Path landing = disk.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "disk", 2)) {
            topic.send(TRADES);
            Optional<SmallDisk> mounted = SmallDisk.mount(disk, SMALL_KIB);
            LOG.info("disk full: {}", mounted.isPresent() ? "a small tmpfs" : "no right to mount, a file port instead");
            try {
                ConsumerProcess.Builder full = ConsumerProcess.of(topic, landing)
                        .with("kafka.group-id", "full")
                        .with("landing.segment.max-bytes", "100KiB");
                if (mounted.isEmpty()) {
                    full.mainClass(FullDisk.class).jvm("-D" + FullDisk.CAPACITY + "=" + SMALL_KIB * 1024);
                }
                try (ConsumerProcess consumer = full.start()) {
                    assertThat(consumer.awaitExit()).isEqualTo(1);
                    assertThat(consumer.log())
                            .contains("No space left on device")
                            .contains("KiB free there");
                }
                // What is visible is right, though it is not all.
                LandedTrades.requireProven(landing, topic);
                assertThat(LandedTrades.temporary(landing)).isEmpty();
                if (mounted.isPresent()) {
                    mounted.get().grow(64 * 1024);
                }
                landTheRest(topic, landing);
            } finally {
                if (mounted.isPresent()) {
                    mounted.get().close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-file-sync", "before-manifest-sync", "after-commit-link"})
    void a_failed_sync_ends_the_process_and_is_never_tried_again(
            String point, TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "fsync-" + point, 1)) {
            topic.send(1_000);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing)
                    .with("kafka.group-id", "failing")
                    .failAt(point + ":fail")
                    .start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("fail point " + point).contains("a restart goes on");
            }
            assertThat(LandedTrades.in(landing).rows()).isZero();
            landTheRest(topic, landing);
        }
    }

    @Test
    void records_that_kafka_lost_stop_the_service_until_a_person_accepts_the_gap(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "lost", 2)) {
            topic.send(1_000);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                consumer.awaitLanded();
                consumer.terminate();
            }
            topic.send(2_000);
            topic.deleteBefore(1, 700);

            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log())
                        .contains("offsets 500 to 699 were removed from Kafka before they landed")
                        .contains("--accept-gap");
            }
            try (ConsumerProcess consumer =
                    ConsumerProcess.of(topic, landing).argument("--accept-gap").start()) {
                consumer.awaitLanded();
                consumer.terminate();
            }
            assertThat(LandedTrades.requireProven(landing, topic)).contains("200 lost");
            assertThat(LandedTrades.in(landing).missingOf(3_000)).isEqualTo(200);
        }
    }

    @Test
    void a_topic_that_lost_its_beginning_before_the_first_start_is_refused_too(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "late", 1)) {
            topic.send(300);
            topic.deleteBefore(0, 100);
            try (ConsumerProcess consumer =
                    ConsumerProcess.of(topic, directory.resolve("data")).start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("offsets 0 to 99 were removed");
            }
        }
    }

    @Test
    void what_was_read_is_saved_when_kafka_loses_the_records_behind_it(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "overtaken", 1)) {
            topic.send(1_000);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing)
                    .failAt("before-file-sync:pause")
                    .start()) {
                consumer.awaitLog("Fail point before-file-sync: pause");
                // Far more than a client fetches ahead.
                topic.send(60_000);
                topic.deleteBefore(0, 60_500);
                consumer.resume();
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("were removed from Kafka before they landed");
            }
            LandedTrades.requireProven(landing, topic);
            assertThat(LandedTrades.in(landing).missingOf(1_000)).isZero();
        }
    }

    @Test
    void a_topic_made_anew_is_refused_at_the_start_and_while_it_is_read(TestBroker kafka, @TempDir Path directory)
            throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "anew", 1)) {
            topic.send(500);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                consumer.awaitLanded();
                topic.recreate();
                topic.send(700);
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("was deleted and made again");
            }
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("was deleted and made again");
            }
            assertThat(LandedTrades.in(landing).rows()).isEqualTo(500);
            assertThat(Verified.run(landing, topic).output()).contains("Kafka's topic id is");
        }
    }

    @Test
    void offsets_without_records_stop_the_service_until_a_person_accepts_the_gap(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "hole", 1)) {
            topic.sendInTransaction(300);
            // The marker is written after the commit was acknowledged; as yet it is the last in the partition.
            await().until(() -> topic.end(0) == 301);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("offsets 300 to 300 are no records in Kafka");
            }
            topic.send(200);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                assertThat(consumer.awaitExit()).isEqualTo(1);
                assertThat(consumer.log()).contains("offsets 300 to 300 are no records in Kafka");
            }
            LandedTrades.requireProven(landing, topic);
            assertThat(LandedTrades.in(landing).rows()).isEqualTo(300);

            try (ConsumerProcess consumer =
                    ConsumerProcess.of(topic, landing).argument("--accept-gap").start()) {
                consumer.awaitLanded();
                consumer.terminate();
            }
            assertThat(LandedTrades.requireProven(landing, topic)).contains("500 rows", "1 lost");
            assertThat(LandedTrades.in(landing).missingOf(500)).isZero();
        }
    }

    @Test
    void a_broker_that_comes_back_is_read_on(@TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        int port = FreePorts.find(1).get(0);
        EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("broker"), port);
        try (NumberedTopic topic = NumberedTopic.trades(broker, "restart", 2);
                ConsumerProcess consumer = ConsumerProcess.of(topic, landing)
                        .with("landing.segment.max-age", "2s")
                        .start()) {
            topic.send(100);
            consumer.awaitLog("landing from offset");
            broker.close();
            broker = EmbeddedKafka.start(directory.resolve("broker"), port);
            topic.send(100);
            consumer.awaitLanded();
            assertThat(consumer.terminate()).isEqualTo(143);
            LandedTrades.requireProven(landing, topic);
            assertThat(LandedTrades.in(landing).missingOf(200)).isZero();
        } finally {
            broker.close();
        }
    }

    @Test
    void stray_temporary_files_are_invisible_and_collected_but_only_by_their_owner(
            TestBroker kafka, @TempDir Path directory) throws Exception {
        Path landing = directory.resolve("data");
        Path hour = Files.createDirectories(landing.resolve("trades/dt=2026-11-20/hour=13"));
        String uuid = "-123e4567-e89b-12d3-a456-426614174000.tmp";
        Path mine = Files.writeString(hour.resolve(".part-trades-0-00000000000000000000" + uuid), "AAPL,1,");
        Path foreign = Files.writeString(hour.resolve(".part-trades-7-00000000000000000000" + uuid), "AAPL,1,");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "stray", 1)) {
            topic.send(500);
            try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing).start()) {
                consumer.awaitLanded();
                consumer.terminate();
            }
            assertThat(mine).doesNotExist();
            assertThat(foreign).exists();
            assertThat(LandedTrades.requireProven(landing, topic)).contains("not committed: dt=2026-11-20/hour=13/");
            assertThat(LandedTrades.in(landing).rows()).isEqualTo(500);
        }
    }

    private static void landTheRest(NumberedTopic topic, Path landing) throws Exception {
        try (ConsumerProcess consumer = ConsumerProcess.of(topic, landing)
                .with("kafka.group-id", "rest")
                .start()) {
            consumer.awaitLanded();
            consumer.terminate();
        }
        LandedTrades.requireProven(landing, topic);
        LandedTrades landed = LandedTrades.in(landing);
        assertThat(landed.duplicates()).isZero();
        assertThat(landed.missingOf(topic.numbers())).isZero();
    }
}
