package io.tidemark.dashboard.news;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One story. Its texts come from outside: they are text, never markup, and its address is not to be trusted.
 *
 * @param id identifies it within its feed
 * @param summary what the feed says of it; may be empty
 * @param category as the feed calls it; may be empty
 * @param url as it came; see {@link #link}
 * @param links symbols it is about, most relevant first
 * @param sentiment from -1, bad news, to 1, good news
 * @param updatedAt when the speed layer last wrote it, by the database's clock
 */
public record NewsItem(
        String feed,
        String id,
        Instant publishedAt,
        String headline,
        String summary,
        String source,
        String category,
        String url,
        List<SymbolLink> links,
        double sentiment,
        Instant updatedAt) {
    private static final Set<String> SAFE = Set.of("http", "https");

    public NewsItem {
        links = List.copyOf(links);
    }

    /** Names it among the stories of all feeds. */
    public String key() {
        return feed + "/" + id;
    }

    /** How much it is about a symbol; 0 when it is not. */
    public double relevanceTo(String symbol) {
        return links.stream()
                .filter(link -> link.symbol().equals(symbol))
                .mapToDouble(SymbolLink::relevance)
                .findFirst()
                .orElse(0);
    }

    /** How much it is about whatever it is most about; 0 when it is about no symbol. */
    public double greatestRelevance() {
        return links.stream().mapToDouble(SymbolLink::relevance).max().orElse(0);
    }

    /** Where it can be read: a whole address of the web, or nothing. */
    public Optional<URI> link() {
        try {
            URI uri = new URI(url.strip());
            boolean safe = uri.getScheme() != null
                    && SAFE.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return safe ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            // Nobody can follow it.
            return Optional.empty();
        }
    }
}
