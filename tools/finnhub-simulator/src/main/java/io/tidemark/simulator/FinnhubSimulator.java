package io.tidemark.simulator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program. */
public final class FinnhubSimulator {

    private FinnhubSimulator() {}

    /** Exit codes: 0 after {@code --help}, 1 when it cannot run, 2 for bad options. */
    public static void main(String[] arguments) {
        System.exit(commandLine(new SimulatorCommand(InstantSource.system(), System.out))
                .execute(arguments));
    }

    static CommandLine commandLine(SimulatorCommand command) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .registerConverter(Duration.class, new DurationText())
                .registerConverter(StatusCount.class, new StatusCount.Converter())
                .setParameterExceptionHandler(FinnhubSimulator::explain);
    }

    private static int explain(ParameterException problem, String[] arguments) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println(problem.getMessage());
        err.println("Try --help.");
        return problem.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }
}
