package io.tidemark.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.fixture.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaEventSinkTest {
    private static final Trade TRADE =
            new Trade("c-1-0", "IC MARKETS:1", 1.5, 2, 1_000, 1_001, List.of("1"), "finnhub");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Backlog backlog = new Backlog(new ManualClock(), 100);
    private final DeliveryHorizon horizon = new DeliveryHorizon();
    private final IngestCounters counters = new IngestCounters(new SimpleMeterRegistry());
    private final List<String> fatal = new ArrayList<>();
    private final KafkaEventSink sink =
            new KafkaEventSink(producer, backlog, horizon, counters, (message, cause) -> fatal.add(message));

    @Test
    void trades_are_keyed_by_symbol_and_counted_when_acknowledged() throws DecodeException {
        sink.trades(List.of(TRADE, TRADE));
        horizon.mark(1_001);

        assertThat(producer.history()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo(Topics.TRADES);
            assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo("IC MARKETS:1");
            assertThat(sent.partition()).isNull();
        });
        assertThat(new TradeCodec().decode(producer.history().get(0).value())).isEqualTo(TRADE);
        assertThat(counters.tradesAcknowledged().sum()).isZero();
        assertThat(backlog.inFlight()).isEqualTo(2);

        producer.completeNext();
        assertThat(counters.tradesAcknowledged().sum()).isEqualTo(1);
        assertThat(backlog.inFlight()).isEqualTo(1);
        producer.completeNext();
        horizon.mark(1_001);
        assertThat(horizon.settled()).isEqualTo(1_001);
    }

    @Test
    void gaps_and_dead_letters_have_topics_of_their_own() {
        sink.gap(new FeedGap("finnhub", List.of("A"), 1, 2, "drop"));
        sink.deadLetter(new DeadLetter(new byte[] {1}, "reason", "origin", 3));

        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.FEED_GAPS, Topics.DEAD_LETTERS);
        producer.completeNext();
        producer.completeNext();
        assertThat(counters.gapsAcknowledged().sum()).isEqualTo(1);
        assertThat(counters.deadLettersAcknowledged().sum()).isEqualTo(1);
        assertThat(counters.tradesAcknowledged().sum()).isZero();
    }

    @Test
    void a_record_that_kafka_refuses_for_good_is_fatal_and_never_counts_as_settled() {
        sink.trades(List.of(TRADE));
        horizon.mark(1_001);

        producer.errorNext(new RecordTooLargeException("too large"));

        horizon.mark(1_001);
        assertThat(fatal).containsExactly("Kafka did not take a record: too large");
        assertThat(counters.tradesAcknowledged().sum()).isZero();
        assertThat(horizon.settled()).isZero();
    }

    @Test
    void a_closed_sink_takes_nothing_and_what_it_gives_up_is_not_fatal() {
        sink.trades(List.of(TRADE));
        backlog.close();
        producer.errorNext(new IllegalStateException("closed while a record was under way"));
        sink.close(Duration.ZERO);

        assertThat(fatal).isEmpty();
        assertThat(producer.closed()).isTrue();
        assertThatExceptionOfType(SinkClosedException.class).isThrownBy(() -> sink.trades(List.of(TRADE)));
        assertThatExceptionOfType(SinkClosedException.class)
                .isThrownBy(() -> sink.gap(new FeedGap("finnhub", List.of(), 1, 2, "drop")));
    }
}
