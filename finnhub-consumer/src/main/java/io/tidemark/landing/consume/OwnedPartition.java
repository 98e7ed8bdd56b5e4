package io.tidemark.landing.consume;

import io.tidemark.landing.segment.PartitionLanding;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition that this process reads and lands.
 *
 * @param id in Kafka
 * @param topicId Kafka's id of the topic when the partition was taken over
 * @param landing its files
 */
record OwnedPartition(TopicPartition id, String topicId, PartitionLanding landing) {}
