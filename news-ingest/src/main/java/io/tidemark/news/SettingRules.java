package io.tidemark.news;

import io.tidemark.news.finnhub.CompanyNews;
import io.tidemark.news.finnhub.MarketNews;
import io.tidemark.news.gdelt.GdeltSource;
import io.tidemark.news.syndication.FeedAddress;
import io.tidemark.servicekit.config.SecretValue;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules for settings that their types do not express. */
final class SettingRules {
    /** The source that reads all feeds. */
    static final String RSS = "rss";

    private static final List<String> SOURCES = List.of(MarketNews.NAME, CompanyNews.NAME, RSS, GdeltSource.NAME);
    /** A body is held in memory several times while it is read. */
    private static final int MAX_BODY_BYTES = 32 << 20;

    private static final Duration SHORTEST_TIMESPAN = Duration.ofMinutes(15);

    private SettingRules() {}

    /** The key; one that is unset arrives as an empty text. */
    static Optional<SecretValue> key(FinnhubSettings finnhub) {
        return finnhub.token().filter(key -> !key.reveal().isEmpty());
    }

    /** Hands every broken rule to {@code problems}. */
    static void check(NewsSettings settings, Consumer<String> problems) {
        checkSources(settings.sources(), problems);
        if (settings.sources().stream().anyMatch(name -> name.startsWith("finnhub"))) {
            checkFinnhub(settings, problems);
        }
        checkRss(settings, problems);
        checkGdelt(settings.gdelt(), problems);
        checkFetch(settings.fetch(), problems);
        checkRest(settings, problems);
    }

    private static void checkSources(List<String> sources, Consumer<String> problems) {
        sources.stream()
                .filter(name -> !SOURCES.contains(name))
                .forEach(name -> problems.accept("sources: \"" + name + "\" is none of " + SOURCES));
        if (new HashSet<>(sources).size() < sources.size()) {
            problems.accept("sources: one is named twice");
        }
    }

    private static void checkFinnhub(NewsSettings settings, Consumer<String> problems) {
        var finnhub = settings.finnhub();
        var key = key(finnhub);
        if (key.isEmpty()) {
            problems.accept("finnhub.token (FINNHUB_TOKEN) or finnhub.token.file is required by a source of Finnhub");
        } else if (!key.get().reveal().matches("[!-~]+")) {
            // The HTTP client would put a header that it refuses into the message of its exception.
            problems.accept("finnhub.token: holds characters that no key has");
        }
        boolean company = settings.sources().contains(CompanyNews.NAME);
        if (company && finnhub.symbols().isPresent() == finnhub.symbolsFile().isPresent()) {
            problems.accept(CompanyNews.NAME + " needs one of finnhub.symbols (FINNHUB_SYMBOLS) and"
                    + " finnhub.symbols.file (FINNHUB_SYMBOLS_FILE)");
        }
        checkAddress("finnhub.url", finnhub.url(), problems);
        checkPositive("finnhub.news-interval", finnhub.newsInterval(), problems);
        checkPositive("finnhub.company-interval", finnhub.companyInterval(), problems);
        checkRange("finnhub.company-days-back", finnhub.companyDaysBack(), 0, 365, problems);
        checkRange("finnhub.calls-per-minute", finnhub.callsPerMinute(), 1, 100_000, problems);
        checkRange("finnhub.calls-per-second", finnhub.callsPerSecond(), 1, 100_000, problems);
    }

    private static void checkRss(NewsSettings settings, Consumer<String> problems) {
        checkPositive("rss.interval", settings.rss().interval(), problems);
        var names = new HashSet<String>();
        for (String feed : settings.rss().feeds()) {
            try {
                String name = FeedAddress.parse(feed).name();
                if (!names.add(name)) {
                    problems.accept("rss.feeds: two feeds are called " + name + "; name them NAME=https://...");
                }
            } catch (IllegalArgumentException e) {
                problems.accept("rss.feeds: " + e.getMessage());
            }
        }
    }

    private static void checkGdelt(GdeltSettings gdelt, Consumer<String> problems) {
        checkAddress("gdelt.url", gdelt.url(), problems);
        checkPositive("gdelt.interval", gdelt.interval(), problems);
        checkPositive("gdelt.call-gap", gdelt.callGap(), problems);
        if (gdelt.timespan().compareTo(SHORTEST_TIMESPAN) < 0
                || gdelt.timespan().compareTo(gdelt.interval()) < 0) {
            problems.accept("gdelt.timespan: expected at least 15m and no less than gdelt.interval");
        }
    }

    private static void checkFetch(FetchSettings fetch, Consumer<String> problems) {
        checkPositive("fetch.timeout", fetch.timeout(), problems);
        checkPositive("fetch.max-retry-after", fetch.maxRetryAfter(), problems);
        checkRange("fetch.max-body", fetch.maxBody().bytes(), 1, MAX_BODY_BYTES, problems);
        checkRange("fetch.retries", fetch.retries(), 0, 100, problems);
        var backoff = fetch.backoff();
        checkPositive("fetch.backoff.first", backoff.first(), problems);
        checkPositive("fetch.backoff.longest-round", backoff.longestRound(), problems);
        if (backoff.longest().compareTo(backoff.first()) <= 0) {
            problems.accept("fetch.backoff.longest: must be above fetch.backoff.first");
        }
        if (!(backoff.jitter() >= 0 && backoff.jitter() <= 1)) {
            problems.accept("fetch.backoff.jitter: " + backoff.jitter() + " is no share from 0 to 1");
        }
    }

    private static void checkRest(NewsSettings settings, Consumer<String> problems) {
        checkPositive("dedupe.max-age", settings.dedupe().maxAge(), problems);
        checkRange("dedupe.max-articles", settings.dedupe().maxArticles(), 100, 5_000_000, problems);
        var kafka = settings.kafka();
        checkPositive("kafka.startup-timeout", kafka.startupTimeout(), problems);
        checkRange("kafka.delivery-timeout", kafka.deliveryTimeout().toMillis(), 1_000, Integer.MAX_VALUE, problems);
        checkRange("kafka.topic.partitions", kafka.topic().partitions(), 1, 10_000, problems);
        checkRange("kafka.topic.replication-factor", kafka.topic().replicationFactor(), 1, 100, problems);
    }

    private static void checkAddress(String name, URI url, Consumer<String> problems) {
        boolean http = List.of("http", "https").contains(Objects.toString(url.getScheme(), ""));
        if (!http || url.getHost() == null || url.getRawQuery() != null) {
            problems.accept(name + ": expected https://HOST/... without a query");
        }
    }

    private static void checkPositive(String name, Duration value, Consumer<String> problems) {
        if (value.toMillis() <= 0) {
            problems.accept(name + ": must be above zero");
        }
    }

    private static void checkRange(String name, long value, long least, long most, Consumer<String> problems) {
        if (value < least || value > most) {
            problems.accept(name + ": expected " + least + " to " + most + ", got " + value);
        }
    }
}
