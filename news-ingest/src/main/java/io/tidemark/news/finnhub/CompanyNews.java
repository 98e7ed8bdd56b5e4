package io.tidemark.news.finnhub;

import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * {@code /company-news}: the last days of each watched symbol, today among them again and again, because the API cannot
 * be asked for what is new. Symbols of other markets ({@code BINANCE:BTCUSDT}) are no companies and are left out.
 */
public final class CompanyNews implements NewsSource {
    /** Name of the source and of its articles' feed. */
    public static final String NAME = "finnhub-company-news";

    private final FinnhubApi api;
    private final WatchedSymbols symbols;
    private final int daysBack;
    private final Duration interval;
    private final Random random;

    /**
     * Makes the source.
     *
     * @param daysBack days before today that are asked for too
     * @param random changes the order of symbols from round to round, so that a round cut short starves none of them
     */
    public CompanyNews(FinnhubApi api, WatchedSymbols symbols, int daysBack, Duration interval, Random random) {
        this.api = api;
        this.symbols = symbols;
        this.daysBack = daysBack;
        this.interval = interval;
        this.random = random;
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
        var companies = new ArrayList<>(
                symbols.now().stream().filter(symbol -> symbol.indexOf(':') < 0).toList());
        Collections.shuffle(companies, random);
        return companies.stream().map(this::query).toList();
    }

    @Override
    public Optional<Instant> pausedUntil() {
        return api.pausedUntil();
    }

    private NewsQuery query(String symbol) {
        return new NewsQuery(NAME + "/" + symbol, () -> {
            LocalDate today = LocalDate.ofInstant(api.now(), ZoneOffset.UTC);
            var parameters =
                    Map.of("symbol", symbol, "from", today.minusDays(daysBack).toString(), "to", today.toString());
            return api.articles("company-news", parameters, NAME, symbol);
        });
    }
}
