package io.tidemark.speed.trade;

import io.tidemark.contracts.conditions.SaleConditionRules;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Lets the Kafka source emit judged trades; a record that is no trade does not stop its partition. */
final class TradeDeserializer implements KafkaRecordDeserializationSchema<IncomingTrade> {
    private static final long serialVersionUID = 1L;

    private final SaleConditionRules rules;
    private final Duration maxAhead;
    private final Clock clock;
    private transient @Nullable TradeDecoder decoder;

    TradeDeserializer(SaleConditionRules rules, Duration maxAhead, Clock clock) {
        this.rules = rules;
        this.maxAhead = maxAhead;
        this.clock = clock;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new TradeDecoder(rules, maxAhead, clock);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<IncomingTrade> out) {
        if (decoder == null) {
            throw new IllegalStateException("used before it was opened");
        }
        out.collect(decoder.decode(record.value(), record.partition(), record.offset()));
    }

    @Override
    public TypeInformation<IncomingTrade> getProducedType() {
        return TypeInformation.of(IncomingTrade.class);
    }
}
