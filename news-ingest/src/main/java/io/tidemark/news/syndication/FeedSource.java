package io.tidemark.news.syndication;

import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fetch.FetchOutcome;
import io.tidemark.news.fetch.FetchRequest;
import io.tidemark.news.fetch.PoliteFetcher;
import io.tidemark.news.fetch.Validators;
import io.tidemark.news.source.Answers;
import io.tidemark.news.source.Bookmarks;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One RSS or Atom feed, read only when it has changed: its bookmark are the validators of the last version taken in. */
public final class FeedSource implements NewsSource {
    private final FeedAddress address;
    private final Duration interval;
    private final PoliteFetcher fetcher;
    private final Bookmarks bookmarks;
    private final InstantSource clock;
    private final FeedParser parser;

    public FeedSource(
            FeedAddress address, Duration interval, PoliteFetcher fetcher, Bookmarks bookmarks, InstantSource clock) {
        this.address = address;
        this.interval = interval;
        this.fetcher = fetcher;
        this.bookmarks = bookmarks;
        this.clock = clock;
        this.parser = new FeedParser(address.url());
    }

    @Override
    public String name() {
        return FeedParser.FEED + ":" + address.name();
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public List<NewsQuery> queries() {
        return List.of(new NewsQuery(name(), this::ask));
    }

    @Override
    public Optional<Instant> pausedUntil() {
        return fetcher.pausedUntil();
    }

    private Harvest ask() throws FetchFailure {
        Validators known = bookmarks.of(name()).map(Validators::parse).orElse(Validators.NONE);
        var answer = fetcher.fetch(new FetchRequest(address.url(), known));
        return Answers.of(answer, this::read);
    }

    private Harvest read(FetchOutcome.Body body) {
        Harvest harvest = parser.parse(body.bytes(), body.contentType(), clock.millis());
        return harvest.problem().isEmpty()
                ? harvest.upTo(new Bookmark(name(), body.validators().text()))
                : harvest;
    }
}
