package io.tidemark.batch.news;

import java.util.Comparator;
import java.util.List;

/**
 * One landed row: a version of a story, with texts as they are taken over.
 *
 * @param feed where it was read
 * @param id unique within the feed
 * @param publishedAt the publisher's time, epoch ms
 * @param receivedAt when ingest read it, epoch ms
 * @param headline of this version
 * @param summary of this version, may be empty
 * @param source the publisher, may be empty
 * @param symbols that the feed names
 * @param partition Kafka's
 * @param offset Kafka's
 */
record NewsRow(
        String feed,
        String id,
        long publishedAt,
        long receivedAt,
        String headline,
        String summary,
        String source,
        List<String> symbols,
        int partition,
        long offset) {

    /** By receipt and, of rows received at once, by Kafka's coordinates: no two rows are equal in it. */
    static final Comparator<NewsRow> BY_RECEIPT = Comparator.comparingLong(NewsRow::receivedAt)
            .thenComparingInt(NewsRow::partition)
            .thenComparingLong(NewsRow::offset);

    NewsRow {
        symbols = List.copyOf(symbols);
    }
}
