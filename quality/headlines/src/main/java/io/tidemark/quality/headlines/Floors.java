package io.tidemark.quality.headlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What has to be reached at least, by each set. */
final class Floors {

    @Option(
            names = "--min-accuracy",
            defaultValue = "0.80",
            description = "Of the sentiment (default: ${DEFAULT-VALUE}).")
    private double accuracy;

    @Option(
            names = "--min-macro-f1",
            defaultValue = "0.80",
            description = "Of the sentiment (default: ${DEFAULT-VALUE}).")
    private double macroF1;

    @Option(
            names = "--min-precision",
            defaultValue = "0.90",
            description = "Of the linker (default: ${DEFAULT-VALUE}).")
    private double precision;

    @Option(names = "--min-recall", defaultValue = "0.88", description = "Of the linker (default: ${DEFAULT-VALUE}).")
    private double recall;

    /** What falls short, in words; empty when nothing does. */
    List<String> missedBy(Judge.Verdict verdict) {
        List<String> missed = new ArrayList<>();
        String set = verdict.set().name();
        check(set + ": accuracy", verdict.sentiment().accuracy(), accuracy, missed);
        check(set + ": macro F1", verdict.sentiment().macroF1(), macroF1, missed);
        check(set + ": precision", verdict.links().precision(), precision, missed);
        check(set + ": recall", verdict.links().recall(), recall, missed);
        return missed;
    }

    private static void check(String what, double found, double floor, List<String> missed) {
        if (found < floor) {
            missed.add(String.format(Locale.ROOT, "%s is %.3f, below %.3f", what, found, floor));
        }
    }
}
