package io.tidemark.landing;

import io.tidemark.landing.disk.DiskFiles;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.verify.VerifyCommand;
import io.tidemark.servicekit.service.ServiceLauncher;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** Entry point: runs the service, or proves a landing directory. */
public final class FinnhubConsumer {
    private FinnhubConsumer() {}

    /** {@code verify DIR} proves a directory; anything else are settings of the service. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("verify")) {
            System.exit(VerifyCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out, System.err));
        }
        System.exit(serve(arguments, DiskFiles::new));
    }

    /**
     * Runs the service until it fails; a signal ends the process from within.
     *
     * @param files what the landing directory is written with
     * @return exit code
     */
    public static int serve(String[] arguments, Function<Path, LandingFiles> files) {
        return ServiceLauncher.of(
                        "finnhub-consumer",
                        "Lands the trades and news of Kafka in CSV files, each record exactly once."
                                + " \"verify DIR\" proves such files (verify --help).",
                        LandingSettings.class)
                .defaultTo("http.port", "8082")
                .checkedBy(new LandingSettingsCheck())
                .run(withShortForms(arguments), (settings, context) -> LandingService.create(settings, context, files));
    }

    private static String[] withShortForms(String[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.equals("--accept-gap") ? "--landing.accept-gap" : argument)
                .toArray(String[]::new);
    }
}
