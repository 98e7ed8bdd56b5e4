package io.tidemark.landing.harness;

import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An archive of the service's loaded classes beside its jar: the tests start the JVM some sixty times. */
final class ClassArchive {
    /** What the archive and those who use it must agree on. */
    static final List<String> JVM_OPTIONS = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ClassArchive() {}

    static Path file() {
        return ConsumerProcess.jar().resolveSibling("consumer.jsa");
    }

    /** Runs the service once, for its classes. */
    static void make(TestBroker kafka) throws Exception {
        Files.deleteIfExists(file());
        Path directory = Files.createTempDirectory("tidemark-archive-");
        try (NumberedTopic topic = NumberedTopic.trades(kafka, "archive", 1);
                ConsumerProcess consumer = ConsumerProcess.of(topic, directory.resolve("data"))
                        .jvm("-XX:ArchiveClassesAtExit=" + file())
                        .start()) {
            topic.send(100);
            consumer.awaitLanded();
            consumer.terminate();
        } finally {
            deleteAll(directory);
        }
    }

    static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
