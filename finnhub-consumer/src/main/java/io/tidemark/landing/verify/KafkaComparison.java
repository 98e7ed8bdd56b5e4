package io.tidemark.landing.verify;

import io.tidemark.landing.consume.TopicIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Compares a directory with the topic that it came from.
 *
 * @param bootstrapServers of the Kafka cluster
 * @param topic that was landed
 * @param mayBeMissing whether Kafka need not have the topic while nothing of it is landed
 * @param problems where contradictions go
 */
record KafkaComparison(String bootstrapServers, String topic, boolean mayBeMissing, Problems problems) {

    /**
     * Looks at every partition that Kafka or the directory has.
     *
     * @return how many records of Kafka are not landed yet, by partition
     * @throws KafkaException when Kafka does not answer
     */
    SortedMap<Integer, Long> behind(Map<Integer, PartitionSummary> landed) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Optional<TopicDescription> description = new TopicIdentity(admin, topic).describe();
            if (description.isEmpty()) {
                if (!mayBeMissing || !landed.isEmpty()) {
                    problems.add(topic, "Kafka has no such topic");
                }
                return new TreeMap<>();
            }
            int partitions = description.get().partitions().size();
            for (PartitionSummary summary : landed.values()) {
                compareTopic(summary, description.get().topicId().toString(), partitions);
            }
            SortedMap<Integer, Long> behind = new TreeMap<>();
            for (int partition = 0; partition < partitions; partition++) {
                PartitionSummary summary = landed.getOrDefault(partition, PartitionSummary.empty(partition));
                behind.put(partition, behind(admin, summary));
            }
            return behind;
        }
    }

    private void compareTopic(PartitionSummary landed, String topicId, int partitions) {
        String place = topic + "-" + landed.partition();
        if (landed.segments() > 0 && !topicId.equals(landed.topicId())) {
            problems.add(place, "Kafka's topic id is " + topicId + ", landed is " + landed.topicId());
        }
        if (landed.partition() >= partitions) {
            problems.add(place, "Kafka has " + partitions + " partitions only");
        }
    }

    private long behind(Admin admin, PartitionSummary landed) {
        long end = endOffset(admin, new TopicPartition(topic, landed.partition()));
        if (end < landed.end()) {
            problems.add(
                    topic + "-" + landed.partition(), "is landed up to " + landed.end() + ", but Kafka ends at " + end);
        }
        return Math.max(0, end - landed.end());
    }

    private static long endOffset(Admin admin, TopicPartition partition) {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
