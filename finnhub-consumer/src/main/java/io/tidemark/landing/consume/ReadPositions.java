package io.tidemark.landing.consume;

import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far the client has read, without waiting for a broker that is away: after a change of leader the client has no
 * position until it could ask the new one.
 *
 * @param consumer to ask
 */
record ReadPositions(Consumer<byte[], byte[]> consumer) {
    private static final Duration NO_WAIT = Duration.ofMillis(1);

    /** Offset of the next record that a poll would bring; empty while the client does not know. */
    OptionalLong next(TopicPartition partition) {
        try {
            return OptionalLong.of(consumer.position(partition, NO_WAIT));
        } catch (TimeoutException e) {
            // To be asked again in a second.
            return OptionalLong.empty();
        }
    }

    /** Offset after the partition's last record, as the last fetch told it; the given one while that is not known. */
    long end(TopicPartition partition, long otherwise) {
        OptionalLong next = next(partition);
        OptionalLong lag = consumer.currentLag(partition);
        return next.isPresent() && lag.isPresent() ? next.getAsLong() + lag.getAsLong() : otherwise;
    }
}
