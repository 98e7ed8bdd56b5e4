package io.tidemark.dashboard.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, as users run it. */
public final class DashboardProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    /** Soon up, which is what tests want. */
    private static final List<String> QUICK = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    private static final Pattern READY = Pattern.compile("The page is at (http://[^ ]+:\\d+)/");

    private final Process process;
    private final Path output;

    private DashboardProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Runs the program with these arguments; its settings come from nowhere else. */
    static DashboardProcess run(String... arguments) throws IOException {
        return run(QUICK, List.of(arguments));
    }

    private static DashboardProcess run(List<String> javaOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", System.getProperty("tidemark.jar")));
        command.addAll(arguments);
        Path output = Files.createTempFile(Path.of("target"), "dashboard-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(DATABASE|SERVER|LOGIN|OIDC|SESSION|LIVE|POLL|FRESHNESS|LINK)_.*"));
        return new DashboardProcess(builder.start(), output);
    }

    /** Runs it on a free port over a database, open to everybody, and waits until the page answers. */
    static DashboardProcess serve(String databaseUrl, String password) throws IOException {
        return serve(databaseUrl, password, List.of("--login.mode=open"));
    }

    /** The same with who may see the page. */
    static DashboardProcess serve(String databaseUrl, String password, List<String> login) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--database.url=" + databaseUrl,
                "--database.password=" + password,
                "--server.port=0",
                "--poll.interval=250ms",
                "--link.flink=http://flink.example:8081/"));
        arguments.addAll(login);
        return up(run(QUICK, arguments));
    }

    /** Runs it with options of Java's own, and waits until the page answers. */
    public static DashboardProcess serve(List<String> javaOptions, List<String> arguments) throws IOException {
        return up(run(javaOptions, arguments));
    }

    private static DashboardProcess up(DashboardProcess dashboard) {
        await().atMost(START).until(() -> dashboard.address().isPresent() || !dashboard.process.isAlive());
        if (dashboard.address().isEmpty()) {
            throw new IllegalStateException("the dashboard did not start:\n" + dashboard.output());
        }
        return dashboard;
    }

    /** The running program. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Where the page is, without the last slash. */
    public String url() {
        return address().orElseThrow(() -> new IllegalStateException("the dashboard is not up"));
    }

    private Optional<String> address() {
        Matcher ready = READY.matcher(output());
        return ready.find() ? Optional.of(ready.group(1)) : Optional.empty();
    }

    /** All that it has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes the hash of a password, as its users do. */
    static String hash(String password) throws IOException, InterruptedException {
        try (DashboardProcess dashboard = run("--hash-password")) {
            dashboard.hear(password + "\n");
            if (dashboard.exitCode() != 0) {
                throw new IllegalStateException("there is no hash:\n" + dashboard.output());
            }
            return dashboard.output().strip();
        }
    }

    /** Gives it all of its standard input. */
    void hear(String text) throws IOException {
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(text);
        }
    }

    /** Waits for the program to end by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the dashboard did not end:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
