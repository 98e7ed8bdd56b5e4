package io.tidemark.serving;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code serving}: brings the database's schema up to date, shows it, or checks it.
 *
 * <p>Exit codes: 0 done, 1 the database is not as it should be or cannot be reached, 2 wrong arguments or settings.
 */
@Command(
        name = "serving",
        mixinStandardHelpOptions = true,
        version = "Tidemark serving 0.1.0",
        subcommands = {MigrateCommand.class, InfoCommand.class, CheckCommand.class, ForgetNewsCommand.class},
        description = "Schemas, roles and views of the database.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every setting is an option (--database.url=...), an environment variable (DATABASE_URL), or a line"
                    + " of a properties file (--config=FILE); the first of these counts. A password is better kept"
                    + " in a file, named by the setting with .file at its end. 'serving COMMAND --help' lists the"
                    + " settings.",
            "",
            "Exit codes: 0 done; 1 the database is not as it should be or cannot be reached; 2 wrong settings."
        })
public final class Serving {
    private static final int HELP_WIDTH = 100;

    private Serving() {}

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    /** Runs the command; everything it says goes to one writer. */
    static int run(String[] args, Map<String, String> environment, PrintWriter out) {
        var command = new CommandLine(new Serving());
        command.setOut(out).setErr(out).setUsageHelpWidth(HELP_WIDTH);
        try {
            command.setDefaultValueProvider(SettingSources.of(args, environment));
        } catch (SettingsException e) {
            out.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof SettingsException) {
                out.println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            if (failure instanceof ServingException) {
                out.println("ERROR: " + failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
        if (args.length == 0) {
            command.usage(out);
            return CommandLine.ExitCode.USAGE;
        }
        return command.execute(args);
    }
}
