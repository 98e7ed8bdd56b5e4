package io.tidemark.landing.consume;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka's id of a topic: the name stays when a topic is deleted and made again, the id does not. */
public final class TopicIdentity implements Closeable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Admin admin;
    private final String topic;

    /** Asks through a client of its own, which it closes. */
    public TopicIdentity(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /**
     * The topic's id now.
     *
     * @return empty when there is no such topic
     * @throws KafkaException when Kafka does not answer; retriable, as the client's own
     */
    public Optional<String> current() {
        return describe().map(description -> description.topicId().toString());
    }

    /**
     * All that Kafka says about the topic now.
     *
     * @return empty when there is no such topic
     * @throws KafkaException when Kafka does not answer; retriable, as the client's own
     */
    public Optional<TopicDescription> describe() {
        try {
            Map<String, KafkaFuture<TopicDescription>> answer =
                    admin.describeTopics(List.of(topic)).topicNameValues();
            KafkaFuture<TopicDescription> description = answer.get(topic);
            if (description == null) {
                throw new KafkaException("Kafka did not describe topic " + topic);
            }
            return Optional.of(description.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("no answer about topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
