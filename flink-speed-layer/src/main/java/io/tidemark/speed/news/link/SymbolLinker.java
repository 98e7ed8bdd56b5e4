package io.tidemark.speed.news.link;

import io.tidemark.contracts.event.NewsItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links stories to symbols: by tickers and by names in the headline and the summary, and, weakly, by what the feed says. Where
 * the feed is right about half of the time, a mention decides.
 *
 * <p>Building one reads the word lists and takes some milliseconds; linking an item costs as much as its text is long. Not for
 * use by several threads at once, and not serializable: build it where it is used.
 */
public final class SymbolLinker {
    private final MentionFinder finder;
    private final Map<String, CompanyKind> kinds = new HashMap<>();

    public SymbolLinker(CompanyDirectory directory) {
        finder = new MentionFinder(directory);
        directory.companies().forEach(company -> kinds.put(company.symbol(), company.kind()));
    }

    /** The symbols of a story, the most relevant first and those of equal relevance by name; each symbol once. */
    public List<SymbolLink> link(NewsItem item) {
        Set<String> feedSymbols = new HashSet<>(item.symbols());
        feedSymbols.removeIf(String::isBlank);
        Map<String, Double> relevance = new LinkedHashMap<>();
        boolean headlineNamesCompanies = readHeadline(Text.of(item.headline()), feedSymbols, relevance);
        readSummary(Text.of(item.summary()), feedSymbols, headlineNamesCompanies, relevance);
        return links(relevance, feedSymbols);
    }

    /** Whether the headline is about companies. */
    private boolean readHeadline(Text text, Set<String> feedSymbols, Map<String, Double> relevance) {
        List<Mention> mentions = finder.mentions(text, feedSymbols);
        Set<String> certain = new HashSet<>();
        for (Mention mention : mentions) {
            if (mention.kind() != MentionKind.DOUBTFUL) {
                certain.add(mention.symbol());
            }
        }
        Set<String> subjects = new HashSet<>();
        for (Mention mention : mentions) {
            boolean alone = certain.stream().allMatch(mention.symbol()::equals);
            boolean bystander = Bystander.isOne(text, mention, kind(mention), alone);
            double found = Relevance.inHeadline(mention.kind(), bystander, subjects.size(), certain.size());
            relevance.merge(mention.symbol(), found, Math::max);
            if (!bystander && mention.kind() != MentionKind.DOUBTFUL) {
                subjects.add(mention.symbol());
            }
        }
        return !subjects.isEmpty();
    }

    private void readSummary(
            Text text, Set<String> feedSymbols, boolean headlineNamesCompanies, Map<String, Double> relevance) {
        List<Mention> mentions = finder.mentions(text, feedSymbols);
        Map<String, Integer> times = new LinkedHashMap<>();
        mentions.forEach(mention -> times.merge(mention.symbol(), 1, Integer::sum));
        List<String> order = List.copyOf(times.keySet());
        for (Mention mention : mentions) {
            int rank = order.indexOf(mention.symbol());
            boolean bystander = Bystander.isOne(text, mention, kind(mention), order.size() == 1);
            boolean repeated = times.getOrDefault(mention.symbol(), 0) > 1;
            double found = Relevance.inSummary(mention.kind(), bystander, rank, repeated, headlineNamesCompanies);
            relevance.merge(mention.symbol(), found, Math::max);
        }
    }

    private CompanyKind kind(Mention mention) {
        return kinds.getOrDefault(mention.symbol(), CompanyKind.COMPANY);
    }

    private static List<SymbolLink> links(Map<String, Double> relevance, Set<String> feedSymbols) {
        List<SymbolLink> links = new ArrayList<>();
        relevance.forEach((symbol, value) -> {
            boolean named = feedSymbols.contains(symbol);
            links.add(new SymbolLink(symbol, named ? Relevance.confirmedByFeed(value) : value, named));
        });
        double unmentioned = feedSymbols.size() > Relevance.MANY_FEED_SYMBOLS
                ? Relevance.NAMED_BY_FEED_AMONG_MANY
                : Relevance.NAMED_BY_FEED_ONLY;
        for (String symbol : feedSymbols) {
            if (!relevance.containsKey(symbol)) {
                links.add(new SymbolLink(symbol, unmentioned, true));
            }
        }
        links.sort(Comparator.comparingDouble(SymbolLink::relevance).reversed().thenComparing(SymbolLink::symbol));
        return List.copyOf(links);
    }
}
