package io.tidemark.batch.news;

import io.tidemark.newsanalysis.link.CompanyDirectory;
import io.tidemark.newsanalysis.link.SymbolLink;
import io.tidemark.newsanalysis.link.SymbolLinker;
import io.tidemark.newsanalysis.sentiment.Lexicon;
import io.tidemark.newsanalysis.sentiment.SentimentScorer;
import io.tidemark.newsanalysis.text.StoryText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes stories of landed rows as the speed layer does: a story is known once, by feed and id. Its first version by receipt
 * says when it was published. A later one counts only when it brings symbols that no earlier one had; then the texts, and the
 * sentiment, are its own, and a symbol keeps the relevance that it was first linked with. Rows of which feed or id cannot be a
 * key are left out. The result is a function of the set of rows. For one thread.
 */
public final class StoryReading {
    /**
     * Version of how news is read and of the lists of words and companies that it is read with: part of what the tables of
     * news are a function of. To be changed with either.
     */
    public static final String METHOD = "news-1";

    private final SymbolLinker linker = new SymbolLinker(CompanyDirectory.bundled());
    private final SentimentScorer scorer = new SentimentScorer(Lexicon.bundled());

    /** Feed and id. */
    private record Key(String feed, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byFeed = feed.compareTo(other.feed);
            return byFeed != 0 ? byFeed : id.compareTo(other.id);
        }
    }

    /** The stories of some rows, by feed and id. */
    List<Story> stories(Collection<NewsRow> rows) {
        TreeMap<Key, List<NewsRow>> versions = new TreeMap<>();
        for (NewsRow row : rows) {
            if (StoryText.isKey(row.feed()) && StoryText.isKey(row.id())) {
                versions.computeIfAbsent(new Key(row.feed(), row.id()), absent -> new ArrayList<>())
                        .add(row);
            }
        }
        return versions.values().stream().map(this::story).toList();
    }

    private Story story(List<NewsRow> versions) {
        versions.sort(NewsRow.BY_RECEIPT);
        NewsRow first = versions.get(0);
        NewsRow told = first;
        List<SymbolLink> links = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (NewsRow version : versions) {
            for (SymbolLink link : linker.link(version.headline(), version.summary(), version.symbols())) {
                if (known.add(link.symbol())) {
                    links.add(link);
                    told = version;
                }
            }
        }
        links.sort(Comparator.comparingDouble(SymbolLink::relevance).reversed().thenComparing(SymbolLink::symbol));
        return new Story(
                first.feed(),
                first.id(),
                first.publishedAt(),
                told.headline(),
                told.source(),
                scorer.score(told.headline(), told.summary()),
                links);
    }
}
