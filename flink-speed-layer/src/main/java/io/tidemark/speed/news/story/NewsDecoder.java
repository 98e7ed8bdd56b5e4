package io.tidemark.speed.news.story;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.newsanalysis.text.StoryText;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a record to a judged story. For one thread.
 *
 * <p>A publisher's time in the future is a publisher's fault, often a wrong time zone, and the story is news all the same:
 * its receipt then stands in for it. A receipt in the future is a fault of ours, and would take the watermark with it: such
 * a record is refused.
 */
public final class NewsDecoder {
    private final NewsItemCodec codec = new NewsItemCodec();
    private final long maxAheadMs;
    private final InstantSource clock;

    /**
     * A decoder.
     *
     * @param maxAhead how far publication may lie after receipt, and receipt after now
     * @param clock this machine's time
     */
    public NewsDecoder(Duration maxAhead, InstantSource clock) {
        this.maxAheadMs = maxAhead.toMillis();
        this.clock = clock;
    }

    /** Judges a record; never throws, whatever its bytes are. */
    public IncomingNews decode(byte @Nullable [] value, int partition, long offset) {
        if (value == null) {
            return undecodable(partition, offset, "the record has no value");
        }
        NewsItem item;
        try {
            item = codec.decode(value);
        } catch (DecodeException e) {
            return undecodable(partition, offset, String.valueOf(e.getMessage()));
        }
        if (item.publishedAt() < 0 || item.receivedAt() < 0) {
            return undecodable(partition, offset, "a time before 1970");
        }
        if (!StoryText.isKey(item.id()) || !StoryText.isKey(item.feed())) {
            return undecodable(
                    partition, offset, "id or feed is no name of at most " + StoryText.MAX_NAME + " characters");
        }
        long ahead = item.receivedAt() - clock.millis();
        if (ahead > maxAheadMs) {
            return IncomingNews.refused(
                    partition, offset, NewsRefusal.FUTURE, "received " + ahead + " ms ahead of now");
        }
        return accepted(item, partition, offset);
    }

    private IncomingNews accepted(NewsItem item, int partition, long offset) {
        var news = new IncomingNews();
        news.feed = item.feed();
        news.id = item.id();
        news.receivedAt = item.receivedAt();
        news.clamped = item.publishedAt() - item.receivedAt() > maxAheadMs;
        news.publishedAt = news.clamped ? item.receivedAt() : item.publishedAt();
        news.headline = StoryText.headline(item.headline());
        news.summary = StoryText.body(item.summary());
        news.source = StoryText.label(item.source());
        news.url = StoryText.body(item.url());
        news.category = StoryText.label(item.category());
        news.symbols = StoryText.symbols(item.symbols()).toArray(String[]::new);
        news.partition = partition;
        news.offset = offset;
        return news;
    }

    private static IncomingNews undecodable(int partition, long offset, String detail) {
        return IncomingNews.refused(partition, offset, NewsRefusal.UNDECODABLE, detail);
    }
}
