package io.tidemark.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker's image as Compose runs it, by Testcontainers; its data vanish with it. */
final class ContainerKafka implements TestBroker {
    private final KafkaContainer container;

    private ContainerKafka(KafkaContainer container) {
        this.container = container;
    }

    static ContainerKafka start() {
        var container = new KafkaContainer(DockerImageName.parse(ContainerImages.KAFKA))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1");
        container.start();
        return new ContainerKafka(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getHost() + ":" + container.getFirstMappedPort();
    }

    @Override
    public void close() {
        container.close();
    }
}
