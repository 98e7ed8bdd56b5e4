package io.tidemark.dashboard.news;

import io.tidemark.dashboard.feed.FakeReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** News that are what a test says, and that remember what they were asked. */
public final class FakeNews extends FakeReader<NewsReader.Session, FakeNews> implements NewsReader, NewsReader.Session {
    /** When the first story is published; each later one comes a minute after the one before. */
    public static final Instant START = Instant.parse("2026-11-23T14:30:00Z");

    private final List<NewsItem> items = new ArrayList<>();
    private NewsBoard board = NewsBoard.EMPTY;

    /** A story about a symbol. */
    public FakeNews tells(String headline, String symbol, double relevance, double sentiment) {
        return tells(headline, "https://news.example/" + items.size(), sentiment, new SymbolLink(symbol, relevance));
    }

    /** A story about any number of symbols. */
    public FakeNews tells(String headline, String url, double sentiment, SymbolLink... links) {
        Instant at = START.plus(Duration.ofMinutes(items.size()));
        String id = "story " + items.size();
        items.add(new NewsItem(
                "rss",
                id,
                at,
                headline,
                "More about " + headline,
                "Wire",
                "general",
                url,
                List.of(links),
                sentiment,
                at.plusSeconds(2)));
        return this;
    }

    /** The first story gets another headline, later than anything else was written. */
    public FakeNews corrects(String headline) {
        NewsItem first = items.removeFirst();
        Instant written = START.plus(Duration.ofMinutes(items.size() + 1L));
        items.addFirst(new NewsItem(
                first.feed(),
                first.id(),
                first.publishedAt(),
                headline,
                first.summary(),
                first.source(),
                first.category(),
                first.url(),
                first.links(),
                first.sentiment(),
                written));
        return this;
    }

    public FakeNews forgets() {
        items.clear();
        return this;
    }

    public FakeNews shows(NewsBoard other) {
        board = other;
        return this;
    }

    @Override
    protected FakeNews self() {
        return this;
    }

    @Override
    protected NewsReader.Session session() {
        return this;
    }

    @Override
    public List<NewsItem> newest(int limit) {
        asked("newest");
        return read(limit, item -> true);
    }

    @Override
    public List<NewsItem> written(Instant publishedFrom, Instant writtenAfter, int limit) {
        asked("written");
        return read(
                limit,
                item -> !item.publishedAt().isBefore(publishedFrom)
                        && item.updatedAt().isAfter(writtenAfter));
    }

    private List<NewsItem> read(int limit, Predicate<NewsItem> wanted) {
        return items.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(NewsItem::publishedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public NewsBoard board() {
        return board;
    }
}
