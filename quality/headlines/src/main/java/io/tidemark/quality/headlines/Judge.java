package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.link.SymbolLink;
import io.tidemark.newsanalysis.link.SymbolLinker;
import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import io.tidemark.newsanalysis.sentiment.SentimentScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lets the classes that both layers read news with read headlines, and compares what they say with the labels. */
final class Judge {
    private final SentimentScorer scorer;
    private final SymbolLinker linker;

    Judge(SentimentScorer scorer, SymbolLinker linker) {
        this.scorer = scorer;
        this.linker = linker;
    }

    /** What was found of one story. */
    record Finding(LabelledHeadline story, double score, List<SymbolLink> links) {

        SentimentLabel sentiment() {
            return SentimentLabel.of(score);
        }

        Set<String> symbols() {
            Set<String> symbols = new TreeSet<>();
            links.stream()
                    .filter(SymbolLink::isRelevant)
                    .map(SymbolLink::symbol)
                    .forEach(symbols::add);
            return symbols;
        }

        boolean isSentimentRight() {
            return sentiment() == story.sentiment();
        }

        boolean areSymbolsRight() {
            return symbols().equals(story.symbols());
        }
    }

    /**
     * What was found of a set.
     *
     * @param sentiment right and found labels
     * @param links links with a relevance that says the story is about the symbol
     * @param feed what the links would be if the feed were believed
     */
    record Verdict(
            HeadlineSet set, List<Finding> findings, ConfusionMatrix sentiment, LinkTally links, LinkTally feed) {}

    Verdict judge(HeadlineSet set) {
        List<Finding> findings = new ArrayList<>();
        var sentiment = new ConfusionMatrix();
        var links = new LinkTally();
        var feed = new LinkTally();
        for (LabelledHeadline story : set.headlines()) {
            Finding finding = read(story);
            findings.add(finding);
            sentiment.add(story.sentiment(), finding.sentiment());
            links.add(story.symbols(), finding.symbols());
            feed.add(story.symbols(), Set.copyOf(story.feedSymbols()));
        }
        return new Verdict(set, findings, sentiment, links, feed);
    }

    private Finding read(LabelledHeadline story) {
        return new Finding(
                story,
                scorer.score(story.headline(), story.summary()),
                linker.link(story.headline(), story.summary(), story.feedSymbols()));
    }

    /** Stories read each second by one thread, over some seconds. */
    double storiesPerSecond(HeadlineSet set, long nanos) {
        long begin = System.nanoTime();
        long read = 0;
        double sink = 0;
        while (System.nanoTime() - begin < nanos) {
            for (LabelledHeadline story : set.headlines()) {
                Finding finding = read(story);
                sink += finding.score() + finding.links().size();
                read++;
            }
        }
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("a score is not a number");
        }
        return read * 1e9 / (System.nanoTime() - begin);
    }
}
