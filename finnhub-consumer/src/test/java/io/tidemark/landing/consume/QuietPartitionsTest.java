package io.tidemark.landing.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.UnsyncedFiles;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.PartitionLanding;
import io.tidemark.landing.segment.SegmentSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietPartitionsTest {
    private static final TopicPartition ID = new TopicPartition(Topics.TRADES, 0);
    private static final long BEGIN = Instant.parse("2026-11-26T17:00:00Z").toEpochMilli();

    private final Path directory;
    private final AtomicLong millis = new AtomicLong(BEGIN);
    private final Broker broker = new Broker();
    private final LandingSite site;
    private final QuietPartitions quiet;

    QuietPartitionsTest(@TempDir Path directory) {
        this.directory = directory;
        site = new LandingSite(
                LandingLayout.trades(directory),
                new UnsyncedFiles(directory),
                FailPoints.NONE,
                () -> Instant.ofEpochMilli(millis.get()),
                () -> Duration.ofMillis(millis.get()).toNanos(),
                true);
        quiet = new QuietPartitions(broker, site);
    }

    @Test
    void a_partition_that_never_had_a_record_is_complete_up_to_each_look() throws IOException {
        try (PartitionLanding landing = open()) {
            broker.updateEndOffsets(Map.of(ID, 0L));
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(progress()).contains("\"updatedAt\" : " + (BEGIN + 10_000));
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(progress()).contains("\"updatedAt\" : " + (BEGIN + 20_000));
        }
    }

    @Test
    void it_looks_no_more_often_than_every_ten_seconds() throws IOException {
        try (PartitionLanding landing = open()) {
            broker.updateEndOffsets(Map.of(ID, 0L));
            pass(Duration.ofMillis(9_999));
            quiet.tell(owned(landing));
            assertThat(broker.questions).isZero();
        }
    }

    @Test
    void time_that_the_broker_takes_to_answer_is_not_vouched_for() throws IOException {
        try (PartitionLanding landing = open()) {
            broker.updateEndOffsets(Map.of(ID, 0L));
            broker.takes = Duration.ofSeconds(1);
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(progress()).contains("\"updatedAt\" : " + (BEGIN + 10_000));
        }
    }

    @Test
    void nothing_is_said_while_kafka_has_records_that_have_not_landed() throws IOException {
        try (PartitionLanding landing = open()) {
            broker.updateEndOffsets(Map.of(ID, 3L));
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(site.layout().progress(0)).doesNotExist();
        }
    }

    @Test
    void nothing_is_said_while_records_are_read_and_not_committed() throws IOException {
        try (PartitionLanding landing = open()) {
            InProcessWriter.in(directory).append(landing, 3);
            broker.updateEndOffsets(Map.of(ID, 0L));
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(broker.questions).isZero();
            assertThat(site.layout().progress(0)).doesNotExist();
        }
    }

    @Test
    void nothing_is_said_while_the_broker_is_away() throws IOException {
        try (PartitionLanding landing = open()) {
            broker.away = true;
            pass(Duration.ofSeconds(10));
            quiet.tell(owned(landing));
            assertThat(broker.questions).isEqualTo(1);
            assertThat(site.layout().progress(0)).doesNotExist();
        }
    }

    private PartitionLanding open() throws IOException {
        var source = new SegmentSource(Topics.TRADES, TradeCsv.HEADER, TradeCsv.SCHEMA_VERSION);
        return PartitionLanding.tryOpen(site, source, 0).orElseThrow();
    }

    private static List<OwnedPartition> owned(PartitionLanding landing) {
        return List.of(new OwnedPartition(ID, InProcessWriter.TOPIC_ID, landing));
    }

    private void pass(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    private String progress() throws IOException {
        return Files.readString(site.layout().progress(0));
    }

    /** Answers with the end offsets it was given, in its own time, or not at all. */
    private final class Broker extends MockConsumer<byte[], byte[]> {
        private boolean away;
        private Duration takes = Duration.ZERO;
        private int questions;

        private Broker() {
            super("none");
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> ids, Duration timeout) {
            questions++;
            if (away) {
                throw new TimeoutException("no broker");
            }
            pass(takes);
            return super.endOffsets(ids, timeout);
        }
    }
}
