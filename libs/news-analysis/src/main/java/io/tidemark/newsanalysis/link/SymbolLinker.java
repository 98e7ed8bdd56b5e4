package io.tidemark.newsanalysis.link;

import java.util.ArrayList;
import java.util.Collection;
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
    /** A summary's subject begins at one of its first words: {@code The FDA approved Lilly's}. */
    private static final int SUBJECT_WITHIN = 4;

    private final MentionFinder finder;
    private final Map<String, CompanyKind> kinds = new HashMap<>();

    public SymbolLinker(CompanyDirectory directory) {
        finder = new MentionFinder(directory);
        directory.companies().forEach(company -> kinds.put(company.symbol(), company.kind()));
    }

    /**
     * The symbols of a story, the most relevant first and those of equal relevance by name; each symbol once.
     *
     * @param headline of the story
     * @param summary may be empty
     * @param namedByFeed the symbols that the feed relates the story to; blank ones do not count
     */
    public List<SymbolLink> link(String headline, String summary, Collection<String> namedByFeed) {
        Set<String> feedSymbols = new HashSet<>(namedByFeed);
        feedSymbols.removeIf(String::isBlank);
        Map<String, Double> relevance = new LinkedHashMap<>();
        boolean headlineNamesCompanies = readHeadline(Text.of(headline), feedSymbols, relevance);
        readSummary(Text.of(summary), feedSymbols, headlineNamesCompanies, relevance);
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
        Set<Mention> bystanders = bystanders(text, mentions, certain);
        for (Mention mention : mentions) {
            boolean bystander = bystanders.contains(mention);
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
        Map<String, Integer> times = new HashMap<>();
        mentions.forEach(mention -> times.merge(mention.symbol(), 1, Integer::sum));
        Set<Mention> bystanders = bystanders(text, mentions, times.keySet());
        int subjectsEnd = 0;
        for (Mention mention : mentions) {
            boolean first = opensSummary(text, mention) || text.isListed(subjectsEnd, mention.start());
            if (first) {
                subjectsEnd = mention.end();
            }
            boolean bystander = bystanders.contains(mention);
            boolean repeated = times.getOrDefault(mention.symbol(), 0) > 1;
            double found = Relevance.inSummary(mention.kind(), bystander, first && !headlineNamesCompanies, repeated);
            relevance.merge(mention.symbol(), found, Math::max);
        }
    }

    /** Mentions in passing; one that is listed with such a one is another: {@code supplier to Apple and Dell}. */
    private Set<Mention> bystanders(Text text, List<Mention> mentions, Set<String> symbols) {
        Set<Mention> bystanders = new HashSet<>();
        int listEnd = 0;
        for (Mention mention : mentions) {
            boolean alone = symbols.stream().allMatch(mention.symbol()::equals);
            if (text.isListed(listEnd, mention.start()) || Bystander.isOne(text, mention, kind(mention), alone)) {
                bystanders.add(mention);
                listEnd = mention.end();
            }
        }
        return bystanders;
    }

    /** Whether it is what the first sentence is about; after "Also:" it is not. */
    private static boolean opensSummary(Text text, Mention mention) {
        return mention.start() == 0
                || (mention.start() < SUBJECT_WITHIN
                        && !text.tokens().get(mention.start()).opensSentence());
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
