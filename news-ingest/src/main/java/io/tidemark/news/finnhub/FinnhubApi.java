package io.tidemark.news.finnhub;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.article.PlainText;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fetch.FetchRequest;
import io.tidemark.news.fetch.PoliteFetcher;
import io.tidemark.news.source.Answers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Finnhub's REST API, shared by everything that asks it: its limits are one key's. */
public final class FinnhubApi {
    private final HttpUrl base;
    private final PoliteFetcher fetcher;
    private final InstantSource clock;

    public FinnhubApi(HttpUrl base, PoliteFetcher fetcher, InstantSource clock) {
        this.base = base;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * Asks for articles.
     *
     * @param feed what the articles' {@code feed} is to be
     * @param symbol that was asked for, empty when none was
     */
    Harvest articles(String path, Map<String, String> parameters, String feed, String symbol) throws FetchFailure {
        var url = base.newBuilder().addPathSegment(path);
        parameters.forEach(url::addQueryParameter);
        var answer = fetcher.fetch(FetchRequest.of(url.build()));
        long receivedAt = clock.millis();
        return Answers.of(
                answer, body -> Answers.json(body.bytes(), "", fields -> item(fields, feed, symbol, receivedAt)));
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Instant> pausedUntil() {
        return fetcher.pausedUntil();
    }

    private static NewsItem item(Map<String, String> fields, String feed, String symbol, long receivedAt)
            throws IOException {
        return new NewsItem(
                ArticleIds.of(number(fields, "id")),
                Math.multiplyExact(number(fields, "datetime"), 1_000L),
                receivedAt,
                Answers.headline(fields, "headline"),
                PlainText.of(fields.getOrDefault("summary", ""), PlainText.SUMMARY),
                fields.getOrDefault("source", ""),
                fields.getOrDefault("url", ""),
                fields.getOrDefault("category", ""),
                symbols(symbol, fields.getOrDefault("related", "")),
                feed);
    }

    /** The symbol asked for comes first; {@code related} may name others, or none. */
    private static List<String> symbols(String asked, String related) {
        var symbols = new LinkedHashSet<String>();
        symbols.add(asked);
        for (String one : related.split(",", -1)) {
            symbols.add(one.strip());
        }
        symbols.remove("");
        return List.copyOf(symbols);
    }

    private static long number(Map<String, String> fields, String name) throws IOException {
        String text = Answers.required(fields, name);
        // Up to twelve digits: seconds until far beyond any date, and no overflow as milliseconds.
        if (!text.matches("[1-9]\\d{0,11}")) {
            throw new IOException("field " + name + " is no number above zero: " + text);
        }
        return Long.parseLong(text);
    }
}
