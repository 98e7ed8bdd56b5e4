package io.tidemark.simulator;

import java.time.InstantSource;
import picocli.CommandLine;

/** The program. */
public final class FinnhubSimulator {

    private FinnhubSimulator() {}

    /** Exit codes: 0 after a stop by signal, 1 when it cannot run, 2 for bad options. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new SimulatorCommand(InstantSource.system(), System.out))
                .setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }
}
