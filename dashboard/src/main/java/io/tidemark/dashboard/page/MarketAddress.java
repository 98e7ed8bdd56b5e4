package io.tidemark.dashboard.page;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a link to the page says: {@code /?symbol=IBM&interval=5m&studies=sma,rsi&range=5d&chart=line&compare=SPY&zone=local}.
 * What is usual is left out, and what cannot be read counts as left out.
 *
 * @param symbol empty for the first of the watchlist
 * @param theme dark or light; empty for the reader's own choice
 */
record MarketAddress(
        String symbol, BarInterval interval, ChartChoice chart, TimeZoneChoice zone, String theme, NewsChoice news) {
    static final int LONGEST_SYMBOL = 64;

    static MarketAddress of(QueryParameters query) {
        return new MarketAddress(
                symbolOf(value(query, "symbol")),
                BarInterval.of(value(query, "interval")).orElse(BarInterval.MINUTE),
                ChartChoice.of(query),
                TimeZoneChoice.of(value(query, "zone")),
                themeOf(value(query, "theme")),
                new NewsChoice(
                        value(query, "news").equals("all"),
                        value(query, "relevance").equals("high")));
    }

    private static String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("");
    }

    private static String symbolOf(String text) {
        String symbol = text.strip().toUpperCase(Locale.ROOT);
        return symbol.length() > LONGEST_SYMBOL ? symbol.substring(0, LONGEST_SYMBOL) : symbol;
    }

    private static String themeOf(String text) {
        return text.equals("dark") || text.equals("light") ? text : "";
    }

    QueryParameters toQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        if (!symbol.isEmpty()) {
            query.put("symbol", symbol);
        }
        query.put("interval", interval.code());
        chart.putInto(query);
        if (zone == TimeZoneChoice.LOCAL) {
            query.put("zone", zone.code());
        }
        if (!theme.isEmpty()) {
            query.put("theme", theme);
        }
        if (news.everything()) {
            query.put("news", "all");
        }
        if (news.relevantOnly()) {
            query.put("relevance", "high");
        }
        return QueryParameters.simple(query);
    }

    MarketAddress withSymbol(String other) {
        return new MarketAddress(other, interval, chart, zone, theme, news);
    }

    /** The same with other bars, of which as many are shown as are well seen. */
    MarketAddress withInterval(BarInterval other) {
        return new MarketAddress(symbol, other, chart.with(ChartRange.USUAL), zone, theme, news);
    }

    /** The same with other choices of the chart; a span brings the bars that show it well. */
    MarketAddress with(ChartChoice other) {
        ChartRange range = other.range();
        boolean chosen = range != chart.range() && range != ChartRange.USUAL;
        return new MarketAddress(symbol, chosen ? range.interval() : interval, other, zone, theme, news);
    }

    MarketAddress withNews(NewsChoice other) {
        return new MarketAddress(symbol, interval, chart, zone, theme, other);
    }
}
