package io.tidemark.news;

import io.tidemark.news.fetch.CallBudget;
import io.tidemark.news.fetch.CallBudget.Rate;
import io.tidemark.news.fetch.FetchLimits;
import io.tidemark.news.fetch.HttpFetcher;
import io.tidemark.news.fetch.PoliteFetcher;
import io.tidemark.news.finnhub.CompanyNews;
import io.tidemark.news.finnhub.FinnhubApi;
import io.tidemark.news.finnhub.MarketNews;
import io.tidemark.news.finnhub.WatchedSymbols;
import io.tidemark.news.gdelt.GdeltSource;
import io.tidemark.news.source.Bookmarks;
import io.tidemark.news.source.NewsSource;
import io.tidemark.news.status.NewsGauges;
import io.tidemark.news.syndication.FeedAddress;
import io.tidemark.news.syndication.FeedSource;
import io.tidemark.servicekit.config.SecretValue;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Puts the sources together, each server with limits of its own. */
final class SourceParts {
    private final NewsSettings settings;
    private final ServiceContext context;
    private final Bookmarks bookmarks;
    private final OkHttpClient client;
    private final Random random;

    SourceParts(
            NewsSettings settings, ServiceContext context, Bookmarks bookmarks, OkHttpClient client, Random random) {
        this.settings = settings;
        this.context = context;
        this.bookmarks = bookmarks;
        this.client = client;
        this.random = random;
    }

    /**
     * The sources that the settings name.
     *
     * @throws IOException when the file of symbols cannot be read
     */
    List<NewsSource> sources() throws IOException {
        var wanted = settings.sources();
        var sources = new ArrayList<NewsSource>();
        if (wanted.contains(MarketNews.NAME) || wanted.contains(CompanyNews.NAME)) {
            addFinnhub(sources);
        }
        if (wanted.contains(SettingRules.RSS)) {
            settings.rss().feeds().forEach(feed -> sources.add(feed(FeedAddress.parse(feed))));
        }
        if (wanted.contains(GdeltSource.NAME)) {
            sources.add(gdelt());
        }
        return sources;
    }

    private void addFinnhub(List<NewsSource> sources) throws IOException {
        var finnhub = settings.finnhub();
        var rates = List.of(
                new Rate(finnhub.callsPerMinute(), Duration.ofMinutes(1)),
                new Rate(finnhub.callsPerSecond(), Duration.ofSeconds(1)));
        var fetcher = fetcher("finnhub", rates, SettingRules.key(finnhub).orElse(null));
        var api = new FinnhubApi(address(finnhub.url()), fetcher, context.clock());
        if (settings.sources().contains(MarketNews.NAME)) {
            sources.add(new MarketNews(api, bookmarks, finnhub.categories(), finnhub.newsInterval()));
        }
        if (settings.sources().contains(CompanyNews.NAME)) {
            var symbols = finnhub.symbolsFile().isPresent()
                    ? WatchedSymbols.in(finnhub.symbolsFile().get())
                    : WatchedSymbols.of(finnhub.symbols().orElse(List.of()));
            sources.add(new CompanyNews(api, symbols, finnhub.companyDaysBack(), finnhub.companyInterval(), random));
        }
    }

    private NewsSource feed(FeedAddress address) {
        var fetcher = fetcher("rss:" + address.name(), List.of(), null);
        return new FeedSource(address, settings.rss().interval(), fetcher, bookmarks, context.clock());
    }

    private NewsSource gdelt() {
        var gdelt = settings.gdelt();
        var fetcher = fetcher(GdeltSource.NAME, List.of(new Rate(1, gdelt.callGap())), null);
        return new GdeltSource(
                address(gdelt.url()), gdelt.queries(), gdelt.timespan(), gdelt.interval(), fetcher, context.clock());
    }

    private PoliteFetcher fetcher(String server, List<Rate> rates, @Nullable SecretValue token) {
        var fetch = settings.fetch();
        var backoff = fetch.backoff();
        var limits =
                new FetchLimits(fetch.timeout(), fetch.maxBody().bytes(), fetch.maxRetryAfter(), fetch.userAgent());
        var fetcher = new PoliteFetcher(
                server,
                new HttpFetcher(client, context.clock(), limits, token),
                new CallBudget(context.clock(), length -> Thread.sleep(length.toMillis()), random, rates),
                new PoliteFetcher.Retries(fetch.retries(), backoff.first(), backoff.longest(), backoff.jitter()));
        NewsGauges.addFetcher(context.metrics(), server, fetcher);
        return fetcher;
    }

    private static HttpUrl address(URI url) {
        return Objects.requireNonNull(HttpUrl.get(url), "checked with the settings");
    }
}
