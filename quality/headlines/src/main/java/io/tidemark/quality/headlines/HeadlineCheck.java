package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.link.CompanyDirectory;
import io.tidemark.newsanalysis.link.CompanyFileException;
import io.tidemark.newsanalysis.link.SymbolLinker;
import io.tidemark.newsanalysis.sentiment.Lexicon;
import io.tidemark.newsanalysis.sentiment.LexiconFileException;
import io.tidemark.newsanalysis.sentiment.SentimentScorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code make headlines}: what both layers make of headlines that were labelled by hand. */
@Command(
        name = "headlines",
        mixinStandardHelpOptions = true,
        description =
                "Prints the sentiment's confusion matrix and the linker's precision and recall on labelled headlines,"
                        + " for the part that lists and rules were tuned on and for the part that was held out;"
                        + " exits 1 when a figure is below its floor.")
public final class HeadlineCheck implements Callable<Integer> {
    private static final long WARM_UP_SECONDS = 2;

    @Mixin
    private Floors floors = new Floors();

    @Option(names = "--show-errors", description = "List the stories that were misjudged.")
    private boolean showErrors;

    @Option(
            names = "--speed",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Measure for so long how many stories one thread reads (default: not).")
    private int speedSeconds;

    @Option(names = "--word-list", paramLabel = "FILE", description = "A word list that adds to the bundled one.")
    private @Nullable Path wordList;

    @Option(names = "--companies", paramLabel = "FILE", description = "Companies that add to the bundled ones.")
    private @Nullable Path companies;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new HeadlineCheck());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof LexiconFileException || failure instanceof CompanyFileException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
        return commandLine;
    }

    @Override
    public Integer call() {
        var report = new Report(spec.commandLine().getOut());
        Judge judge = judge();
        List<String> missed = new ArrayList<>();
        for (HeadlineSet set : List.of(HeadlineSet.tuning(), HeadlineSet.heldOut())) {
            Judge.Verdict verdict = judge.judge(set);
            report.print(verdict);
            if (showErrors) {
                report.printErrors(verdict);
            }
            missed.addAll(floors.missedBy(verdict));
        }
        if (speedSeconds > 0) {
            measureSpeed(judge, report);
        }
        missed.forEach(text -> report.line("%s", text));
        return missed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Judge judge() {
        Lexicon lexicon = Lexicon.bundled();
        CompanyDirectory directory = CompanyDirectory.bundled();
        return new Judge(
                new SentimentScorer(wordList == null ? lexicon : lexicon.with(wordList)),
                new SymbolLinker(companies == null ? directory : directory.with(companies)));
    }

    private void measureSpeed(Judge judge, Report report) {
        judge.storiesPerSecond(HeadlineSet.heldOut(), TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS));
        double speed = judge.storiesPerSecond(HeadlineSet.heldOut(), TimeUnit.SECONDS.toNanos(speedSeconds));
        report.line("%,.0f stories a second, linked and scored by one thread", speed);
    }
}
