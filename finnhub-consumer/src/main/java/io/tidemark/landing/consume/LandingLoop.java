package io.tidemark.landing.consume;

import io.tidemark.landing.record.RecordRows;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.SegmentSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic and lands it until stopped. All work is done by the thread that runs it; other threads may only ask and
 * {@link #stop}.
 *
 * <p>When the disk fails, open segments are dropped: their content is in doubt, and Kafka still has it. When Kafka fails
 * or has lost records, open segments are committed: they may be all that is left of what they hold.
 */
public final class LandingLoop {
    private static final Logger LOG = LoggerFactory.getLogger(LandingLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TOPIC_RETRY = Duration.ofSeconds(2);
    /** A topic may never come, and need not: a line a minute is enough. */
    private static final int TRIES_PER_LINE = 30;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final long LOOK_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final TopicIdentity identity;
    private final LandingSite site;
    private final LandingMetrics metrics;
    private final String topic;
    private final PublishedOffsets offsets;
    private final SegmentRotation rotation;
    private final AssignedPartitions partitions;
    private final RecordLanding landing;
    private final QuietPartitions quiet;
    private final LoopState state;
    private long nextLookNanos;
    private @Nullable Exception rebalanceFailure;

    /**
     * Reads through clients that it closes in the end.
     *
     * @param acceptGap whether records that Kafka lost are recorded and passed over
     */
    public LandingLoop(
            Consumer<byte[], byte[]> consumer,
            TopicIdentity identity,
            LandingSite site,
            SegmentSource source,
            RecordRows rows,
            RotationLimits limits,
            boolean acceptGap,
            LandingMetrics metrics) {
        this.consumer = consumer;
        this.identity = identity;
        this.site = site;
        this.metrics = metrics;
        this.topic = source.topic();
        this.offsets = new PublishedOffsets(consumer);
        this.rotation = new SegmentRotation(consumer, identity, offsets, metrics, site);
        this.partitions = new AssignedPartitions(consumer, site, source, identity, rotation, acceptGap);
        this.landing = new RecordLanding(partitions, rotation, rows, limits);
        this.quiet = new QuietPartitions(consumer, site);
        this.state = new LoopState(site.nanoTime());
        this.nextLookNanos = site.nanoTime().getAsLong();
    }

    /**
     * Lands until {@link #stop}, then commits what is open.
     *
     * @throws IOException when the disk failed or the directory contradicts itself
     * @throws LandingRefusedException when Kafka and the directory do not fit together
     */
    public void run() throws IOException, LandingRefusedException {
        try {
            awaitTopic();
            consumer.subscribe(List.of(topic), new Rebalances());
            while (!state.stopping()) {
                iterate();
            }
            rotation.commitOrDrop(partitions.owned());
        } catch (LandingRefusedException | KafkaException e) {
            saveOpenSegments(e);
            throw e;
        } finally {
            partitions.releaseAll();
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
            identity.close();
        }
    }

    /** Asks the loop to finish; returns at once. */
    public void stop() {
        state.stop();
    }

    /** What other threads may know. */
    public LoopState state() {
        return state;
    }

    /** Until the topic is there the client would only log that it is not. */
    private void awaitTopic() {
        boolean stopping = state.stopping();
        for (int tries = 0; !stopping && !topicExists(); tries++) {
            if (tries % TRIES_PER_LINE == 0) {
                LOG.info("Waiting for topic {}", topic);
            }
            state.beat(0, 0, false);
            stopping = state.awaitStop(TOPIC_RETRY);
        }
    }

    private boolean topicExists() {
        try {
            return identity.current().isPresent();
        } catch (RetriableException e) {
            LOG.warn("Kafka does not answer, trying again: {}", e.toString());
            return false;
        }
    }

    private void iterate() throws IOException, LandingRefusedException {
        partitions.openWaiting();
        ConsumerRecords<byte[], byte[]> records = poll();
        rethrowRebalanceFailure();
        landing.land(records, site.clock().millis());
        landing.rotateAged();
        lookBehind();
        state.beat(partitions.owned().size(), partitions.waiting(), true);
    }

    private ConsumerRecords<byte[], byte[]> poll() throws IOException, LandingRefusedException {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            // What is open may be all that is left of those offsets; the same check as at the start says the rest.
            rotation.commitIfPossible(partitions.among(e.partitions()));
            for (OwnedPartition owned : partitions.among(e.partitions())) {
                if (!owned.landing().hasRecords()) {
                    partitions.reopen(owned.id());
                }
            }
            return ConsumerRecords.empty();
        }
    }

    /** Once a second: what no record tells. */
    private void lookBehind() throws IOException, LandingRefusedException {
        long now = site.nanoTime().getAsLong();
        if (now < nextLookNanos) {
            return;
        }
        nextLookNanos = now + LOOK_INTERVAL_NANOS;
        landing.passTrailingHoles(new ReadPositions(consumer));
        for (OwnedPartition owned : partitions.owned()) {
            long open = owned.landing().position() - owned.landing().chain().end();
            metrics.lag(owned.id().partition(), consumer.currentLag(owned.id()).orElse(0) + open);
        }
        quiet.tell(partitions.owned());
    }

    private void saveOpenSegments(Exception failure) {
        try {
            rotation.commit(partitions.owned());
        } catch (IOException | LandingRefusedException | KafkaException e) {
            failure.addSuppressed(e);
        }
    }

    /** The client would wrap what its callbacks throw. */
    private void rethrowRebalanceFailure() throws IOException, LandingRefusedException {
        if (rebalanceFailure instanceof IOException failure) {
            throw failure;
        }
        if (rebalanceFailure instanceof LandingRefusedException failure) {
            throw failure;
        }
    }

    private final class Rebalances implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> ids) {
            partitions.assigned(ids);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> ids) {
            try {
                rotation.commitOrDrop(partitions.among(ids));
            } catch (IOException | LandingRefusedException e) {
                rebalanceFailure = e;
            }
            release(ids);
        }

        /** Another member may read them already, so there is no hurry to commit what it will read again. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> ids) {
            LOG.warn("Lost {}: this process was thought dead by the group", ids);
            release(ids);
        }

        private void release(Collection<TopicPartition> ids) {
            for (TopicPartition id : ids) {
                try {
                    partitions.release(id);
                } catch (IOException e) {
                    rebalanceFailure = e;
                }
                offsets.forget(id);
                metrics.noLag(id.partition());
            }
        }
    }
}
