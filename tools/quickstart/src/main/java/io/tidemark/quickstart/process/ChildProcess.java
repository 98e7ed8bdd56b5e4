package io.tidemark.quickstart.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running program whose output goes to a log file. It gets a session of its own where the machine can do that, so that
 * Ctrl-C reaches only us and the parts stop in order.
 */
public final class ChildProcess {
    private static final int TAIL_LINES = 12;

    private final Command command;
    private final Process process;
    private final Path log;

    private ChildProcess(Command command, Process process, Path log) {
        this.command = command;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param logs directory of the log files, which must exist
     * @throws IOException when there is no such program or the log cannot be written
     */
    public static ChildProcess start(Command command, Path workingDirectory, Path logs) throws IOException {
        Path log = logs.resolve(command.name() + ".log");
        List<String> arguments = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            arguments.add("/usr/bin/setsid");
        }
        arguments.addAll(command.arguments());
        var builder = new ProcessBuilder(arguments)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        return new ChildProcess(command, builder.start(), log);
    }

    /** What was started. */
    public Command command() {
        return command;
    }

    /** Its output. */
    public Path log() {
        return log;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for its end.
     *
     * @return exit code
     */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to stop, and kills it when it has not within {@code grace}. */
    public void stop(Duration grace) {
        process.destroy();
        try {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Kills it, without a chance to clean up, and waits until it is gone. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Says that it ended, with the end of its log. */
    public PartFailed failure() {
        return new PartFailed(command.name() + " ended with exit code " + process.exitValue() + ". The end of its log, "
                + log + ":\n" + tail());
    }

    /** The last lines of its log, indented. */
    public String tail() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                            .map(line -> "    " + line)
                            .toList());
        } catch (IOException e) {
            return "    (unreadable: " + e.getMessage() + ")";
        }
    }
}
