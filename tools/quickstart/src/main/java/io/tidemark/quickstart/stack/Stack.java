package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.Command;
import io.tidemark.quickstart.process.HttpProbe;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The running system. Parts start one after another, each when the one before is ready, and stop in the opposite order,
 * so that what was read is landed before the broker goes.
 */
public final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final StackOptions options;
    private final Commands commands;
    private final Passwords passwords = Passwords.random();
    private final PrintStream out;
    private final HttpProbe probe = new HttpProbe();
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private @Nullable EmbeddedDatabase database;
    private boolean closed;

    public Stack(StackOptions options, PrintStream out) {
        this.options = options;
        this.commands = new Commands(options, passwords);
        this.out = out;
    }

    /** How it is set up. */
    public StackOptions options() {
        return options;
    }

    /**
     * Starts the database with its schemas, and the broker.
     *
     * @throws PartFailed when one does not come up, as all that start something; what runs by then is stopped by
     *     {@link #close}
     */
    public void startStores() throws PartFailed, IOException, InterruptedException {
        Files.createDirectories(options.logs());
        Files.createDirectories(options.scratch());
        startDatabase();
        ChildProcess kafka = start(commands.kafka());
        awaitPort(kafka, options.ports().kafka());
        runToEnd(commands.migrate());
    }

    /** Starts the database alone, with its schemas: for what lands and reads files without a broker. */
    public void startServing() throws PartFailed, IOException, InterruptedException {
        Files.createDirectories(options.logs());
        Files.createDirectories(options.scratch());
        startDatabase();
        runToEnd(commands.migrate());
    }

    /** Starts the simulator and finnhub-ingest. */
    public void startFeed() throws PartFailed, IOException, InterruptedException {
        started(start(commands.simulator()), options.ports().feedAdmin(), "/admin/health");
        started(start(commands.ingest()), options.ports().ingest(), "/health/live");
    }

    /** Starts news-ingest, which reads the simulator's news. */
    public void startNews() throws PartFailed, IOException, InterruptedException {
        started(start(commands.newsIngest()), options.ports().news(), "/health/live");
    }

    /** Starts the Flink job. */
    public void startSpeed() throws PartFailed, IOException, InterruptedException {
        started(start(commands.speedLayer()), options.ports().flink(), "/jobs/overview");
    }

    /** Starts a job manager and a task manager as processes of their own, and hands the job to them. */
    public void startSpeedCluster() throws PartFailed, IOException, InterruptedException {
        ChildProcess jobManager = start(commands.flink().jobManager());
        started(jobManager, options.ports().flink(), "/overview");
        startTaskManager();
        runToEnd(commands.flink().submit());
    }

    /** Starts a task manager, which finds the job manager by itself. */
    public void startTaskManager() throws IOException {
        start(commands.flink().taskManager());
    }

    /** {@code kill -9} of the task manager. */
    public void killTaskManager() {
        part("flink-taskmanager").ifPresent(part -> {
            part.kill();
            forget(part);
        });
    }

    /** Starts finnhub-consumer. */
    public void startLanding() throws PartFailed, IOException, InterruptedException {
        started(start(commands.consumer()), options.ports().consumer(), "/health/live");
    }

    /** Starts the page; needs a JDK 21 or newer. */
    public void startDashboard() throws PartFailed, IOException, InterruptedException {
        ChildProcess dashboard = start(commands.dashboard(options.project().java21()));
        started(dashboard, options.ports().dashboard(), "/health/liveness");
    }

    /** Runs one batch over all dirty dates by spark-submit and waits for its end; its output is in its log. */
    public int runBatch(List<String> arguments) throws IOException, InterruptedException {
        ChildProcess batch = start(commands.batch(arguments));
        try {
            return batch.waitFor();
        } finally {
            forget(batch);
        }
    }

    /** Runs the compaction of closed dates and waits for its end; its output is in its log. */
    public int runCompaction(List<String> arguments) throws IOException, InterruptedException {
        ChildProcess compaction = start(commands.compaction(arguments));
        try {
            return compaction.waitFor();
        } finally {
            forget(compaction);
        }
    }

    /** Runs the proof of the landing directory; its report, JSON, is in its log. */
    public int verifyLanding() throws IOException, InterruptedException {
        ChildProcess verify = start(commands.verifyLanding());
        try {
            return verify.waitFor();
        } finally {
            forget(verify);
        }
    }

    /** Passwords of the database's roles, for a program that is started beside the stack. */
    public Passwords passwords() {
        return passwords;
    }

    /** A connection with the dashboard's rights: what it sees is what a user is served. */
    public Connection connectAsReader() throws SQLException {
        return DriverManager.getConnection(options.jdbcUrl(), "dashboard_reader", passwords.dashboardReader());
    }

    /** Stops one part and waits until it is gone. */
    public void stop(String name) {
        part(name).ifPresent(part -> {
            part.stop(GRACE);
            forget(part);
        });
    }

    /** A running part by its name. */
    public Optional<ChildProcess> part(String name) {
        synchronized (running) {
            return running.stream()
                    .filter(part -> part.command().name().equals(name))
                    .findFirst();
        }
    }

    /** A part that ended although nobody stopped it. */
    public Optional<ChildProcess> fallen() {
        synchronized (running) {
            return running.stream().filter(part -> !part.isAlive()).findFirst();
        }
    }

    /** Body of a GET to a part, or nothing when it does not answer 200. */
    public Optional<String> get(int port, String path) throws InterruptedException {
        return probe.get("http://127.0.0.1:" + port + path);
    }

    /** Stops all that runs, the last started first. May be called from a shutdown hook, and twice. */
    @Override
    public void close() {
        synchronized (running) {
            closed = true;
        }
        ChildProcess part;
        while ((part = lastStarted()) != null) {
            part.stop(GRACE);
            forget(part);
        }
        EmbeddedDatabase stopping = database;
        database = null;
        if (stopping != null) {
            try {
                stopping.close();
            } catch (IOException e) {
                out.println("  PostgreSQL did not stop cleanly: " + e.getMessage());
            }
        }
    }

    private void startDatabase() throws PartFailed, IOException {
        long begin = System.nanoTime();
        try {
            database = EmbeddedDatabase.start(
                    options.directory().resolve("postgres"), options.ports().database());
        } catch (IOException | IllegalStateException e) {
            throw new PartFailed("PostgreSQL did not start: " + e.getMessage());
        }
        report("postgresql", "a PostgreSQL 17 server", begin);
    }

    private void runToEnd(Command command) throws PartFailed, IOException, InterruptedException {
        long begin = System.nanoTime();
        ChildProcess part = start(command);
        int exitCode = part.waitFor();
        forget(part);
        if (exitCode != 0) {
            throw part.failure();
        }
        report(command.name(), command.purpose(), begin);
    }

    private void started(ChildProcess part, int port, String path) throws PartFailed, InterruptedException {
        long begin = System.nanoTime();
        probe.awaitReady(part, "http://127.0.0.1:" + port + path, PATIENCE);
        report(part.command().name(), part.command().purpose(), begin);
    }

    private void awaitPort(ChildProcess part, int port) throws PartFailed, InterruptedException {
        long begin = System.nanoTime();
        long deadline = begin + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!part.isAlive()) {
                throw part.failure();
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(
                        part.command().name() + " does not listen on port " + port + ". Its log: " + part.log());
            }
            Thread.sleep(100);
        }
        report(part.command().name(), part.command().purpose(), begin);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private ChildProcess start(Command command) throws IOException {
        synchronized (running) {
            if (closed) {
                throw new IOException("stopping: " + command.name() + " is not started any more");
            }
            ChildProcess part = ChildProcess.start(command, options.project().root(), options.logs());
            running.push(part);
            return part;
        }
    }

    private @Nullable ChildProcess lastStarted() {
        synchronized (running) {
            return running.peek();
        }
    }

    private void forget(ChildProcess part) {
        synchronized (running) {
            running.remove(part);
        }
    }

    private void report(String name, String purpose, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(Locale.ROOT, "  %-18s ready in %4.1f s   %s", name, seconds, purpose));
    }
}
