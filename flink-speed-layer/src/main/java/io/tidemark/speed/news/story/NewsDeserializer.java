package io.tidemark.speed.news.story;

import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Lets the Kafka source emit judged stories; a record that is no story does not stop its partition. */
final class NewsDeserializer implements KafkaRecordDeserializationSchema<IncomingNews> {
    private static final long serialVersionUID = 1L;

    private final Duration maxAhead;
    private final Clock clock;
    private transient @Nullable NewsDecoder decoder;

    NewsDeserializer(Duration maxAhead, Clock clock) {
        this.maxAhead = maxAhead;
        this.clock = clock;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new NewsDecoder(maxAhead, clock);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<IncomingNews> out) {
        if (decoder == null) {
            throw new IllegalStateException("used before it was opened");
        }
        out.collect(decoder.decode(record.value(), record.partition(), record.offset()));
    }

    @Override
    public TypeInformation<IncomingNews> getProducedType() {
        return TypeInformation.of(IncomingNews.class);
    }
}
