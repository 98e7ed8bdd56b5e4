package io.tidemark.speed.news.story;

import io.tidemark.contracts.event.NewsItem;
import java.util.List;

/**
 * A record of the news topic, judged: a story, or a refused record that is only counted. Flink serializes its fields,
 * which nobody changes once it is made.
 */
public final class IncomingNews {
    public String feed = "";
    /** Unique within the feed. */
    public String id = "";
    /** Event time, epoch ms: the publisher's time, but never ahead of the receipt by more than the allowance. */
    public long publishedAt;
    /** When ingest read it, epoch ms. */
    public long receivedAt;

    public String headline = "";
    public String summary = "";
    public String source = "";
    public String url = "";
    public String category = "";
    /** Those that the feed names. */
    public String[] symbols = {};
    /** Whether the publisher's time lay too far ahead and the receipt stands in for it. */
    public boolean clamped;
    /** Kafka coordinates. */
    public int partition;

    public long offset;
    public NewsRefusal refusal = NewsRefusal.NONE;
    /** The refusal in words, empty when there is none. */
    public String detail = "";

    static IncomingNews refused(int partition, long offset, NewsRefusal refusal, String detail) {
        var news = new IncomingNews();
        news.partition = partition;
        news.offset = offset;
        news.refusal = refusal;
        news.detail = detail;
        return news;
    }

    /** Whether it takes part in anything, the watermark included. */
    public boolean accepted() {
        return refusal == NewsRefusal.NONE;
    }

    /** As the contract has it. */
    NewsItem toItem() {
        return new NewsItem(
                id, publishedAt, receivedAt, headline, summary, source, url, category, List.of(symbols), feed);
    }
}
