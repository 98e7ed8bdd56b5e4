package io.tidemark.speed.news.story;

import io.tidemark.newsanalysis.link.SymbolLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * State of one story: what is needed to tell what is new in it when it comes again. Flink serializes its fields.
 */
public final class KnownStory {
    public long publishedAt;
    public long revision;
    public String[] symbols = {};
    public double[] relevances = {};
    /** Event time at which it may be forgotten, epoch ms. */
    public long forgetAt = Long.MIN_VALUE;

    /** The links that no version had so far. */
    List<SymbolLink> fresh(List<SymbolLink> links) {
        Set<String> known = new HashSet<>(List.of(symbols));
        return links.stream().filter(link -> !known.contains(link.symbol())).toList();
    }

    /** Takes them in. A symbol keeps the relevance that it was counted with. */
    void add(List<SymbolLink> fresh) {
        List<SymbolLink> all = new ArrayList<>(fresh);
        for (int i = 0; i < symbols.length; i++) {
            all.add(new SymbolLink(symbols[i], relevances[i], false));
        }
        all.sort(Comparator.comparingDouble(SymbolLink::relevance).reversed().thenComparing(SymbolLink::symbol));
        symbols = symbols(all);
        relevances = relevances(all);
        revision++;
    }

    static String[] symbols(List<SymbolLink> links) {
        return links.stream().map(SymbolLink::symbol).toArray(String[]::new);
    }

    static double[] relevances(List<SymbolLink> links) {
        return links.stream().mapToDouble(SymbolLink::relevance).toArray();
    }
}
