package io.tidemark.landing.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
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

    private final Process process;
    private final Path output;

    private ConsumerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What to start. */
    public static Builder of(TradeTopic topic, Path landing) {
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

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
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

    public boolean exitsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** How to start it. */
    public static final class Builder {
        private final Path landing;
        private final Map<String, String> settings = new TreeMap<>();
        private final List<String> jvm = new ArrayList<>(List.of(
                "-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Duser.timezone=UTC"));
        private List<String> program;

        private Builder(TradeTopic topic, Path landing) {
            this.landing = landing;
            this.program = List.of("-jar", System.getProperty("tidemark.jar", "target/finnhub-consumer.jar"));
            settings.put("kafka.bootstrap-servers", topic.bootstrapServers());
            settings.put("kafka.topic", topic.name());
            settings.put("kafka.group-id", "group");
            settings.put("landing.directory", landing.toString());
            settings.put("landing.segment.max-bytes", "20KiB");
            settings.put("landing.segment.max-age", "1s");
            settings.put("http.port", "0");
        }

        public Builder with(String setting, String value) {
            settings.put(setting, value);
            return this;
        }

        /** Arms a fail point, as {@code before-commit-link:halt}. */
        public Builder failAt(String failPoint) {
            jvm.add("-Dtidemark.failpoint=" + failPoint);
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
            command.addAll(program);
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ConsumerProcess(process, output);
        }
    }
}
