package io.tidemark.speed.gap;

import io.tidemark.contracts.codec.DecodeException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the Kafka source emit gaps; a record that is none is logged and counted, metric {@code gapsUndecodable}. */
@SuppressWarnings("NullAway.Init") // Flink opens a deserializer before it uses it
final class FeedGapDeserializer implements KafkaRecordDeserializationSchema<ObservedGap> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FeedGapDeserializer.class);

    private transient FeedGapDecoder decoder;
    private transient Counter undecodable;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new FeedGapDecoder();
        undecodable = context.getMetricGroup().counter("gapsUndecodable");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ObservedGap> out) {
        try {
            out.collect(decoder.decode(record.value()));
        } catch (DecodeException e) {
            refuse(record, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public TypeInformation<ObservedGap> getProducedType() {
        return TypeInformation.of(ObservedGap.class);
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record, String reason) {
        undecodable.inc();
        LOG.warn("no feed gap at {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
    }
}
