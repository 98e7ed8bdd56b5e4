package io.tidemark.batch.news;

import io.tidemark.newsanalysis.link.SymbolLink;
import java.util.List;

/**
 * A story as all its versions of a date make it.
 *
 * @param feed where it was read
 * @param id unique within the feed
 * @param publishedAt as its first version said, epoch ms
 * @param headline of its newest version that brought a symbol
 * @param source of the same version, may be empty
 * @param sentiment of the same version, from -1 to 1
 * @param links to the symbols of all versions, the most relevant first
 */
record Story(
        String feed,
        String id,
        long publishedAt,
        String headline,
        String source,
        double sentiment,
        List<SymbolLink> links) {

    Story {
        links = List.copyOf(links);
    }
}
