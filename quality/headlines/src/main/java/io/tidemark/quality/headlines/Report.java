package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.link.Relevance;
import io.tidemark.newsanalysis.link.SymbolLink;
import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints verdicts for people. */
final class Report {
    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void print(Judge.Verdict verdict) {
        line("%s: %d headlines", verdict.set().name(), verdict.set().headlines().size());
        line("  sentiment, right in rows and found in columns");
        line("  %10s %9s %9s %9s", "", "negative", "neutral", "positive");
        for (SentimentLabel right : SentimentLabel.values()) {
            line(
                    "  %10s %9d %9d %9d",
                    right.name().toLowerCase(Locale.ROOT),
                    verdict.sentiment().count(right, SentimentLabel.NEGATIVE),
                    verdict.sentiment().count(right, SentimentLabel.NEUTRAL),
                    verdict.sentiment().count(right, SentimentLabel.POSITIVE));
        }
        line(
                "  accuracy %.3f, macro F1 %.3f",
                verdict.sentiment().accuracy(), verdict.sentiment().macroF1());
        line("  symbols at relevance >= %.1f", Relevance.RELEVANT);
        print("linker", verdict.links());
        print("feed alone", verdict.feed());
    }

    private void print(String name, LinkTally tally) {
        line(
                "  %10s  precision %.3f, recall %.3f, F1 %.3f (%d right, %d wrong, %d missed)",
                name, tally.precision(), tally.recall(), tally.f1(), tally.right(), tally.wrong(), tally.missed());
    }

    /** Every story whose sentiment or symbols were found wrong. */
    void printErrors(Judge.Verdict verdict) {
        for (Judge.Finding finding : verdict.findings()) {
            LabelledHeadline story = finding.story();
            if (!finding.isSentimentRight()) {
                line("  %s for %s (%+.2f): %s", finding.sentiment(), story.sentiment(), finding.score(), text(story));
            }
            if (!finding.areSymbolsRight()) {
                String links = finding.links().stream().map(Report::link).collect(Collectors.joining(", "));
                line("  [%s] for %s: %s", links, story.symbols(), text(story));
            }
        }
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static String text(LabelledHeadline story) {
        return story.summary().isEmpty() ? story.headline() : story.headline() + " // " + story.summary();
    }

    private static String link(SymbolLink link) {
        return String.format(
                Locale.ROOT, "%s %.2f%s", link.symbol(), link.relevance(), link.namedByFeed() ? " feed" : "");
    }
}
