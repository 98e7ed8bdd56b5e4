package io.tidemark.ingest;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.publish.Backlog;
import io.tidemark.ingest.publish.DeadLetters;
import io.tidemark.ingest.publish.DeliveryHorizon;
import io.tidemark.ingest.publish.KafkaEventSink;
import io.tidemark.ingest.publish.ProducerConfigs;
import io.tidemark.ingest.publish.TopicPlan;
import io.tidemark.ingest.publish.TopicSetup;
import io.tidemark.servicekit.service.ServiceContext;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The half of the service that faces Kafka. */
record DeliveryParts(
        IngestCounters counters,
        Backlog backlog,
        DeliveryHorizon horizon,
        KafkaEventSink sink,
        DeadLetters deadLetters,
        TopicPlan topicPlan,
        TopicSetup topicSetup) {

    /** Kafka's own default for the largest request; smaller frames need no less. */
    private static final int SMALLEST_MAX_REQUEST = 1 << 20;

    private static final int LETTER_ENVELOPE = 64 << 10;

    static DeliveryParts of(IngestSettings settings, ServiceContext context) {
        var kafka = settings.kafka();
        var counters = new IngestCounters(context.metrics());
        var backlog = new Backlog(context.clock(), kafka.maxInFlight());
        var horizon = new DeliveryHorizon();
        var topicPlan = topicPlan(settings);
        var producer = new KafkaProducer<byte[], byte[]>(
                ProducerConfigs.of(kafka.bootstrapServers(), topicPlan.maxLetterBytes()));
        new KafkaClientMetrics(producer).bindTo(context.metrics());
        var sink = new KafkaEventSink(producer, backlog, horizon, counters, context.fatal());
        return new DeliveryParts(
                counters,
                backlog,
                horizon,
                sink,
                new DeadLetters(sink, counters, topicPlan.maxLetterBytes()),
                topicPlan,
                new TopicSetup(kafka.bootstrapServers(), kafka.startupTimeout()));
    }

    private static TopicPlan topicPlan(IngestSettings settings) {
        int base64 = settings.finnhub().maxFrame().toIntExact() / 3 * 4 + LETTER_ENVELOPE;
        var topic = settings.kafka().topic();
        return new TopicPlan(
                topic.partitions(),
                topic.replicationFactor(),
                topic.tradesRetention(),
                Math.max(SMALLEST_MAX_REQUEST, base64));
    }
}
