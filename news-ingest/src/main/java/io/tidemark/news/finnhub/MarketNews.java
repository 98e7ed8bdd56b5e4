package io.tidemark.news.finnhub;

import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.source.Bookmarks;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /news}: what is new in each category since the highest id that was acknowledged. */
public final class MarketNews implements NewsSource {
    /** Name of the source and of its articles' feed. */
    public static final String NAME = "finnhub-news";

    private final FinnhubApi api;
    private final Bookmarks bookmarks;
    private final List<String> categories;
    private final Duration interval;

    public MarketNews(FinnhubApi api, Bookmarks bookmarks, List<String> categories, Duration interval) {
        this.api = api;
        this.bookmarks = bookmarks;
        this.categories = List.copyOf(categories);
        this.interval = interval;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public List<NewsQuery> queries() {
        return categories.stream().map(this::query).toList();
    }

    @Override
    public Optional<Instant> pausedUntil() {
        return api.pausedUntil();
    }

    private NewsQuery query(String category) {
        String name = NAME + "/" + category;
        return new NewsQuery(name, () -> ask(name, category));
    }

    private Harvest ask(String name, String category) throws FetchFailure {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("category", category);
        long known = bookmarks.of(name).map(Long::parseLong).orElse(0L);
        if (known > 0) {
            parameters.put("minId", Long.toString(known));
        }
        Harvest harvest = api.articles("news", parameters, NAME, "");
        return harvest.articles().stream()
                .mapToLong(article -> ArticleIds.number(article.item().id()))
                .filter(number -> number > known)
                .boxed()
                .max(Long::compare)
                .map(highest -> harvest.upTo(new Bookmark(name, Long.toString(highest))))
                .orElse(harvest);
    }
}
