package io.tidemark.batch.job;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Lets records travel under Spark's Kryo, which writes the fields of classes and may not do so with records. They are
 * few (file ranges, counts), so Java's own serialization is fast enough for them. Named in the session's settings.
 */
public final class KryoRecords implements KryoRegistrator {

    @Override
    public void registerClasses(Kryo kryo) {
        kryo.addDefaultSerializer(Record.class, JavaSerializer.class);
    }
}
