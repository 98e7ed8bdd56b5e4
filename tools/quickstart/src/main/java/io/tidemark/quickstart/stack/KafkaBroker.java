package io.tidemark.quickstart.stack;

import io.tidemark.testkit.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/** Main of the broker's process: {@code KafkaBroker DIRECTORY PORT}. */
public final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        kafka.awaitShutdown();
    }
}
