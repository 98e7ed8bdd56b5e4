package io.tidemark.contracts.event;

import java.util.List;

/**
 * One news story as one feed published it.
 *
 * @param id unique within {@code feed}
 * @param publishedAt the publisher's time, epoch ms; may lie hours before {@code receivedAt}
 * @param receivedAt when ingest read it, epoch ms
 * @param headline plain text
 * @param summary plain text, empty when the feed has none
 * @param source the publisher, for example {@code Reuters}
 * @param url of the story
 * @param category the feed's own category, not a closed set
 * @param symbols symbols the feed relates it to, empty when it names none
 * @param feed where it was read, for example {@code finnhub-company-news} or {@code rss}
 */
public record NewsItem(
        String id,
        long publishedAt,
        long receivedAt,
        String headline,
        String summary,
        String source,
        String url,
        String category,
        List<String> symbols,
        String feed) {

    /** Version of this event's JSON form, see {@code schema/news-item.v1.json}. */
    public static final int VERSION = 1;

    public NewsItem {
        symbols = List.copyOf(symbols);
    }
}
