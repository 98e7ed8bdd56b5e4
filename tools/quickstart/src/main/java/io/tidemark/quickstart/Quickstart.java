package io.tidemark.quickstart;

import io.tidemark.quickstart.check.CheckCommand;
import io.tidemark.quickstart.demo.DemoCommand;
import io.tidemark.quickstart.process.PartFailed;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The whole system on one machine: {@code make demo} and {@code make demo-check}. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, CheckCommand.class},
        description = "The whole system on one machine, without Docker and without a key.")
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Quickstart());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof PartFailed || failure instanceof IOException) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(commandLine.execute(arguments));
    }
}
