package io.tidemark.ingest.publish;

import io.tidemark.contracts.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing. */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);

    private final String bootstrapServers;
    private final Duration patience;

    /**
     * Prepares; Kafka is asked by {@link #ensure} only.
     *
     * @param patience how long to wait for a broker that is not there yet
     */
    public TopicSetup(String bootstrapServers, Duration patience) {
        this.bootstrapServers = bootstrapServers;
        this.patience = patience;
    }

    /**
     * Makes what is missing of the plan.
     *
     * @return the largest record that the topic of dead letters takes, in bytes
     * @throws IOException when no broker answers or one refuses, in words for people
     */
    public int ensure(TopicPlan plan) throws IOException, InterruptedException {
        var timeout = Math.toIntExact(patience.toMillis());
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(timeout, 30_000)))) {
            Set<String> existing = admin.listTopics(new ListTopicsOptions().timeoutMs(timeout))
                    .names()
                    .get();
            List<NewTopic> missing = plan.topics().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            awaitLeaders(admin, create(admin, missing));
            return largestLetter(admin);
        } catch (ExecutionException e) {
            throw new IOException(inWords(e), e);
        }
    }

    private static List<NewTopic> create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException {
        List<NewTopic> made = new ArrayList<>();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(missing).values();
        for (NewTopic topic : missing) {
            try {
                Objects.requireNonNull(answers.get(topic.name())).get();
                made.add(topic);
                LOG.info("made topic {}", topic.name());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                LOG.info("topic {} was made by somebody else meanwhile", topic.name());
            }
        }
        return made;
    }

    /**
     * Waits until the leader of every partition answers. A producer that is faster than a new leader's start can have its
     * first batch refused and its second one taken, and then never gets them in order.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> made) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : made) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        if (!ends.isEmpty()) {
            admin.listOffsets(ends).all().get();
        }
    }

    private static int largestLetter(Admin admin) throws InterruptedException, ExecutionException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DEAD_LETTERS);
        var config = Objects.requireNonNull(
                admin.describeConfigs(List.of(topic)).all().get().get(topic));
        return Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private String inWords(ExecutionException e) {
        if (e.getCause() instanceof TimeoutException) {
            return "no Kafka broker answers at " + bootstrapServers + " within " + patience.toSeconds()
                    + " s (kafka.bootstrap-servers)";
        }
        return "Kafka at " + bootstrapServers + " refused to prepare the topics: " + e.getMessage();
    }
}
