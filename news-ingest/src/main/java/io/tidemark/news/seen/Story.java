package io.tidemark.news.seen;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.CanonicalUrl;
import io.tidemark.news.article.Digest;
import io.tidemark.news.article.Headline;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is remembered of a published article: enough to know it again, not enough to publish it again.
 *
 * @param id it was published under
 * @param feed it was first read from
 * @param publishedAt epoch ms
 * @param sightedAt when a source last delivered it, epoch ms
 * @param publisher its letters and digits only, lower case
 * @param urlKey digest of its canonical address, empty when it has none
 * @param headline as compared
 * @param symbols it was published with
 */
record Story(
        String id,
        String feed,
        long publishedAt,
        long sightedAt,
        String publisher,
        String urlKey,
        Headline headline,
        List<String> symbols) {

    Story {
        symbols = List.copyOf(symbols);
    }

    static Story of(NewsItem item) {
        return new Story(
                item.id(),
                item.feed(),
                item.publishedAt(),
                item.receivedAt(),
                Headline.squashed(item.source()),
                urlKey(item),
                Headline.of(item.headline(), item.source()),
                item.symbols());
    }

    static String urlKey(NewsItem item) {
        String canonical = CanonicalUrl.of(item.url());
        return canonical.isEmpty() ? "" : Digest.of(canonical);
    }

    Story sighted(long at) {
        return new Story(id, feed, publishedAt, at, publisher, urlKey, headline, symbols);
    }

    Story linkedTo(List<String> others) {
        var all = new LinkedHashSet<>(symbols);
        all.addAll(others);
        return new Story(id, feed, publishedAt, sightedAt, publisher, urlKey, headline, List.copyOf(all));
    }
}
