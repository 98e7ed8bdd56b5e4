package io.tidemark.landing.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, to be killed. */
public final class ConsumerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, NumberedTopic> topicsByGroup;
    private final Process process;
    private final Path output;

    private ConsumerProcess(Map<String, NumberedTopic> topicsByGroup, Process process, Path output) {
        this.topicsByGroup = Map.copyOf(topicsByGroup);
        this.process = process;
        this.output = output;
    }

    /** The packaged service. */
    static Path jar() {
        return Path.of(System.getProperty("tidemark.jar", "target/finnhub-consumer.jar"))
                .toAbsolutePath();
    }

    /** What to start; it lands trades and nothing else. */
    public static Builder of(NumberedTopic topic, Path landing) {
        return new Builder(topic, landing);
    }

    /** Waits for a line of the log that holds the text. */
    public ConsumerProcess awaitLog(String text) {
        await("\"" + text + "\" in the log").atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive() || log().contains(text))
                    .as("ended without \"%s\":%n%s", text, log())
                    .isTrue();
            return log().contains(text);
        });
        return this;
    }

    /** Waits until everything in the topics is landed and published by this process's groups. */
    public ConsumerProcess awaitLanded() {
        topicsByGroup.forEach(this::awaitLanded);
        return this;
    }

    /** Waits until everything in a topic is landed and published by a group. */
    public void awaitLanded(String group, NumberedTopic topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            int number = partition;
            await(topic.name() + "-" + partition).atMost(PATIENCE).until(() -> {
                assertThat(process.isAlive()).as("ended:%n%s", log()).isTrue();
                return topic.publishedOffset(group, number) == topic.end(number);
            });
        }
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** Lets it live for a time, then SIGKILL. */
    public void killAfter(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("ended by itself:\n" + log());
        }
        kill();
    }

    /** SIGTERM, and the time to finish. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Lets a process go on that stands at a fail point with action pause. */
    public void resume() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    public int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended:%n%s", log())
                .isTrue();
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** How to start it. */
    public static final class Builder {
        private final NumberedTopic topic;
        private final Path landing;
        private final List<NumberedTopic> news = new ArrayList<>();
        private final Map<String, String> settings = new TreeMap<>();
        private final List<String> jvm = new ArrayList<>(ClassArchive.JVM_OPTIONS);
        private final List<String> arguments = new ArrayList<>();
        private List<String> program;

        private Builder(NumberedTopic topic, Path landing) {
            this.topic = topic;
            this.landing = landing;
            this.program = List.of("-jar", jar().toString());
            settings.put("kafka.bootstrap-servers", topic.bootstrapServers());
            settings.put("kafka.topic", topic.name());
            settings.put("kafka.group-id", "group");
            settings.put("landing.directory", landing.toString());
            settings.put("landing.datasets", "trades");
            settings.put("landing.segment.max-bytes", "20KiB");
            settings.put("landing.segment.max-age", "300ms");
            settings.put("http.port", "0");
        }

        public Builder with(String setting, String value) {
            settings.put(setting, value);
            return this;
        }

        /** Lands these news, too. */
        public Builder andNews(NumberedTopic newsTopic) {
            news.add(newsTopic);
            settings.put("kafka.news-topic", newsTopic.name());
            settings.put("landing.datasets", "trades,news");
            return this;
        }

        /** Adds an argument as it is. */
        public Builder argument(String argument) {
            arguments.add(argument);
            return this;
        }

        /** Arms a fail point, as {@code before-commit-link:halt}. */
        public Builder failAt(String failPoint) {
            jvm.add("-Dtidemark.failpoint=" + failPoint);
            return this;
        }

        /** Adds an option of the JVM. */
        public Builder jvm(String option) {
            jvm.add(option);
            return this;
        }

        /** Ignores the partition locks. */
        public Builder lockBypassed() {
            jvm.add("-Dlanding.lock.bypass=true");
            return this;
        }

        /** Runs a main class of the tests instead of the jar's. */
        public Builder mainClass(Class<?> main) {
            program = List.of("-cp", System.getProperty("java.class.path", ""), main.getName());
            return this;
        }

        public ConsumerProcess start() throws IOException {
            Files.createDirectories(landing);
            Path output = Files.createTempFile(landing.resolveSibling("."), "consumer-", ".log");
            List<String> command = new ArrayList<>();
            command.add(
                    Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
            command.addAll(jvm);
            if (Files.exists(ClassArchive.file())) {
                command.add("-XX:SharedArchiveFile=" + ClassArchive.file());
            }
            command.addAll(program);
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            String group = settings.getOrDefault("kafka.group-id", "");
            Map<String, NumberedTopic> topics = new TreeMap<>(Map.of(group, topic));
            news.forEach(newsTopic -> topics.put(group + "-news", newsTopic));
            return new ConsumerProcess(topics, process, output);
        }
    }
}
