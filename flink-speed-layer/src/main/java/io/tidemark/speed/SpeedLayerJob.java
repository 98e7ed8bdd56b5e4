package io.tidemark.speed;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The job's command. Understands its settings without Flink.
 *
 * <p>Exit codes: 0 the job was stopped, 1 it failed, 2 wrong settings or no Flink.
 */
public final class SpeedLayerJob {
    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int HELP_WIDTH = 100;

    private SpeedLayerJob() {}

    /**
     * Runs the job, in this process or on the cluster whose client calls this.
     *
     * @throws Exception when the job fails; Flink's clients want to see it
     */
    public static void main(String[] args) throws Exception {
        int exitCode = run(args, System.getenv(), new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        if (exitCode != OK) {
            System.exit(exitCode);
        }
    }

    /** Runs the job and returns its exit code; what it says of its settings goes to the writer. */
    static int run(String[] args, Map<String, String> environment, PrintWriter out) throws Exception {
        var arguments = new SpeedLayerArguments();
        var command = new CommandLine(arguments)
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(out)
                .setErr(out);
        SpeedLayerSettings settings;
        try {
            command.setDefaultValueProvider(SettingSources.of(args, environment));
            command.parseArgs(args);
            if (CommandLine.printHelpIfRequested(command.getParseResult())) {
                return OK;
            }
            settings = arguments.settings();
        } catch (ParameterException | SettingsException e) {
            out.println(e.getMessage());
            out.println("See --help.");
            return USAGE;
        }
        if (!hasFlink()) {
            out.println("There is no Flink on the class path: run this jar by flink run, or add target/flink/lib,"
                    + " see README.md.");
            return USAGE;
        }
        SpeedLayerRun.of(settings, Clock.systemUTC()).execute();
        return OK;
    }

    private static boolean hasFlink() {
        try {
            Class.forName(
                    "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment",
                    false,
                    SpeedLayerJob.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
