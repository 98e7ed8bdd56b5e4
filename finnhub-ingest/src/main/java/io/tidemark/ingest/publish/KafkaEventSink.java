package io.tidemark.ingest.publish;

import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.FeedGapCodec;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.servicekit.service.FatalErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to Kafka. The producer retries for as long as the broker is away; a record that it gives up is fatal,
 * because going on would leave a hole that nobody sees.
 */
public final class KafkaEventSink implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventSink.class);

    private final Producer<byte[], byte[]> producer;
    private final Backlog backlog;
    private final DeliveryHorizon horizon;
    private final IngestCounters counters;
    private final FatalErrors fatal;
    private final TradeCodec trades = new TradeCodec();
    private final FeedGapCodec gaps = new FeedGapCodec();
    private final DeadLetterCodec deadLetters = new DeadLetterCodec();

    public KafkaEventSink(
            Producer<byte[], byte[]> producer,
            Backlog backlog,
            DeliveryHorizon horizon,
            IngestCounters counters,
            FatalErrors fatal) {
        this.producer = producer;
        this.backlog = backlog;
        this.horizon = horizon;
        this.counters = counters;
        this.fatal = fatal;
    }

    /** Asks for the topics' partitions, so that no later first record has to wait for them while Kafka is away. */
    public void prepare() {
        for (String topic : List.of(Topics.TRADES, Topics.FEED_GAPS, Topics.DEAD_LETTERS)) {
            LOG.debug(
                    "{} has {} partitions", topic, producer.partitionsFor(topic).size());
        }
    }

    @Override
    public void trades(List<Trade> batch) {
        backlog.awaitRoom();
        deliver(
                batch.stream()
                        .map(trade -> new ProducerRecord<>(
                                Topics.TRADES, trade.symbol().getBytes(StandardCharsets.UTF_8), trades.encode(trade))),
                batch.size(),
                counters.tradesAcknowledged());
    }

    /** Never waits for room: gaps are few, and one that is not announced would be lost by a stop. */
    @Override
    public void gap(FeedGap gap) {
        byte[] key = gap.feed().getBytes(StandardCharsets.UTF_8);
        deliver(
                Stream.of(new ProducerRecord<>(Topics.FEED_GAPS, key, gaps.encode(gap))),
                1,
                counters.gapsAcknowledged());
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        backlog.awaitRoom();
        deliver(
                Stream.of(new ProducerRecord<>(Topics.DEAD_LETTERS, deadLetters.encode(letter))),
                1,
                counters.deadLettersAcknowledged());
    }

    /** Takes no more and waits for what is under way, at most this long. */
    public void close(Duration patience) {
        backlog.close();
        producer.close(patience);
        if (backlog.inFlight() > 0) {
            LOG.warn(
                    "{} records were not acknowledged in time; the gap record of the next start covers them",
                    backlog.inFlight());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the delivery hears of every outcome
    private void deliver(Stream<ProducerRecord<byte[], byte[]>> events, int count, LongAdder acknowledged) {
        backlog.sendBegins(count);
        var delivery = new Delivery(horizon.claim(count), acknowledged);
        try {
            events.forEachOrdered(event -> producer.send(event, delivery));
        } catch (IllegalStateException | KafkaException e) {
            if (backlog.closed()) {
                throw new SinkClosedException();
            }
            throw e;
        } finally {
            backlog.sendEnds();
        }
    }

    /** Sees the records of one call home. */
    private final class Delivery implements Callback {
        private final DeliveryHorizon.Generation generation;
        private final LongAdder acknowledged;

        Delivery(DeliveryHorizon.Generation generation, LongAdder acknowledged) {
            this.generation = generation;
            this.acknowledged = acknowledged;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure != null && backlog.closed()) {
                LOG.debug("given up by the stop: {}", failure.getMessage());
                return;
            }
            if (failure != null) {
                fatal.report("Kafka did not take a record: " + failure.getMessage(), failure);
                return;
            }
            acknowledged.increment();
            generation.acknowledged();
            backlog.acknowledged();
        }
    }
}
