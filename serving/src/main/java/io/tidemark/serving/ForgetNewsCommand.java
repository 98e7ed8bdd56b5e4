package io.tidemark.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes old news. Nothing does so by itself: the batch layer does not cover news, so what goes is gone. */
@Command(
        name = "forget-news",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Deletes news, and figures of news, that are older than --news.keep before the newest story.")
final class ForgetNewsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    OwnerSettings owner = new OwnerSettings();

    @Option(
            names = "--news.keep",
            paramLabel = "DURATION",
            description = "How much news stays, such as P30D. Required. [NEWS_KEEP]")
    @Nullable Duration keep;

    @Override
    public Integer call() {
        List<String> problems = new ArrayList<>();
        if (keep == null) {
            problems.add("news.keep is missing");
        } else if (keep.isNegative()) {
            problems.add("news.keep must not be negative");
        }
        ServingDatabase database = owner.database(problems);
        long rows = database.forgetNews(keep == null ? Duration.ZERO : keep);
        spec.commandLine().getOut().println(rows + " rows deleted");
        return 0;
    }
}
