package io.tidemark.news.gdelt;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.CanonicalUrl;
import io.tidemark.news.article.Digest;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fetch.FetchRequest;
import io.tidemark.news.fetch.PoliteFetcher;
import io.tidemark.news.source.Answers;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The newest articles of each query. GDELT has no ids, so an article's id comes from its canonical address; what it calls
 * "seen" is the time of its crawler, the nearest it has to a time of publication. Articles have no summary.
 */
public final class GdeltSource implements NewsSource {
    /** Name of the source and of its articles' feed. */
    public static final String NAME = "gdelt";

    /** The most that one answer holds. */
    private static final String MAX_RECORDS = "250";

    private static final DateTimeFormatter SEEN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final HttpUrl url;
    private final List<String> queries;
    private final Duration timespan;
    private final Duration interval;
    private final PoliteFetcher fetcher;
    private final InstantSource clock;

    /**
     * Makes the source.
     *
     * @param timespan how far back each query looks; whole minutes
     */
    public GdeltSource(
            HttpUrl url,
            List<String> queries,
            Duration timespan,
            Duration interval,
            PoliteFetcher fetcher,
            InstantSource clock) {
        this.url = url;
        this.queries = List.copyOf(queries);
        this.timespan = timespan;
        this.interval = interval;
        this.fetcher = fetcher;
        this.clock = clock;
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
        var all = new ArrayList<NewsQuery>();
        for (int i = 0; i < queries.size(); i++) {
            String query = queries.get(i);
            all.add(new NewsQuery(NAME + "/" + (i + 1), () -> ask(query)));
        }
        return all;
    }

    @Override
    public Optional<Instant> pausedUntil() {
        return fetcher.pausedUntil();
    }

    private Harvest ask(String query) throws FetchFailure {
        var answer = fetcher.fetch(FetchRequest.of(url.newBuilder()
                .addQueryParameter("query", query)
                .addQueryParameter("mode", "artlist")
                .addQueryParameter("format", "json")
                .addQueryParameter("sort", "datedesc")
                .addQueryParameter("maxrecords", MAX_RECORDS)
                .addQueryParameter("timespan", timespan.toMinutes() + "min")
                .build()));
        long receivedAt = clock.millis();
        return Answers.of(answer, body -> Answers.json(body.bytes(), "articles", fields -> item(fields, receivedAt)));
    }

    private static NewsItem item(Map<String, String> fields, long receivedAt) throws IOException {
        String address = Answers.required(fields, "url");
        String canonical = CanonicalUrl.of(address);
        return new NewsItem(
                NAME + ":" + Digest.of(canonical.isEmpty() ? address : canonical),
                seen(Answers.required(fields, "seendate")),
                receivedAt,
                Answers.headline(fields, "title"),
                "",
                fields.getOrDefault("domain", ""),
                address,
                "",
                List.of(),
                NAME);
    }

    private static long seen(String text) throws IOException {
        try {
            return LocalDateTime.parse(text, SEEN).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IOException("seendate is no time like 20261123T143000Z: " + text, e);
        }
    }
}
