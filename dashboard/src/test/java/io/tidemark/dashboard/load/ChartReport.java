package io.tidemark.dashboard.load;

import io.tidemark.dashboard.load.ChartQueries.Answer;
import io.tidemark.dashboard.market.BarInterval;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** Tells how long charts waited for their bars. */
final class ChartReport {
    private final PrintStream out;

    ChartReport(PrintStream out) {
        this.out = out;
    }

    /** Prints all of a round and returns the p95 of all, in milliseconds. */
    double print(String round, List<Answer> answers) {
        out.println("chart queries, " + round + ":");
        line("first windows", answers, answer -> answer.question().depth() == 0);
        line("scrolled back", answers, answer -> answer.question().depth() > 0);
        for (BarInterval interval : BarInterval.values()) {
            line(interval.code(), answers, answer -> answer.question().key().interval() == interval);
        }
        Histogram all = line("all", answers, answer -> true);
        answers.stream()
                .max(Comparator.comparing(Answer::took))
                .ifPresent(slowest -> out.println("  slowest: " + slowest));
        return Percentiles.millis(all, 95);
    }

    private Histogram line(String name, List<Answer> answers, Predicate<Answer> which) {
        List<Answer> some = answers.stream().filter(which).toList();
        Histogram took = Percentiles.of(some.stream().map(Answer::took).toList());
        out.println(String.format(
                Locale.ROOT,
                "  %-14s %s; %,.0f bars each",
                name,
                Percentiles.describe(took),
                some.stream().mapToInt(Answer::bars).average().orElse(0)));
        return took;
    }
}
