package io.tidemark.dashboard.browser;

import io.tidemark.dashboard.serving.TestSpeed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up market's news of the last hours, with what they stir up. */
final class ShowcaseNews {
    private record Told(String headline, String source, double mood, Map<String, Double> relevances) {}

    private static final List<Told> TOLD = List.of(
            told(
                    "Nvidia lifts its outlook as data-centre orders run ahead of supply",
                    "Market Wire",
                    0.71,
                    "NVDA",
                    0.96),
            told(
                    "Chip stocks slip after a broker trims its price targets",
                    "Street Daily",
                    -0.48,
                    "NVDA",
                    0.58,
                    "AMD",
                    0.55),
            told("Suppliers say new accelerators reach customers this quarter", "Circuit Post", 0.22, "NVDA", 0.63),
            told("What to watch before the opening bell", "Morning Note", 0.0, "SPY", 0.31, "NVDA", 0.18, "TSLA", 0.16),
            told(
                    "Apple faces a fresh complaint over its store fees in Brussels",
                    "Capital Ledger",
                    -0.55,
                    "AAPL",
                    0.91),
            told("Tesla recalls 9,100 vehicles over a loose trim panel", "Road & Rate", -0.34, "TSLA", 0.88),
            told("Regulator opens an inquiry into cloud pricing", "Capital Ledger", -0.29, "MSFT", 0.52, "AMZN", 0.51),
            told(
                    "Nvidia and a carmaker extend their partnership on driving software",
                    "Circuit Post",
                    0.41,
                    "NVDA",
                    0.84),
            told(
                    "Bitcoin steadies below its record as funds pause buying",
                    "Coin Courier",
                    -0.08,
                    "BINANCE:BTCUSDT",
                    0.93),
            told("IBM wins a seven-year hosting contract", "Market Wire", 0.52, "IBM", 0.95),
            told("Index futures little changed ahead of the minutes", "Morning Note", 0.03, "SPY", 0.44),
            told("Streaming subscriptions grow faster than expected in Asia", "Street Daily", 0.46, "NFLX", 0.72),
            told("Opinion: the chip cycle is not what it was", "Sunday Ledger", -0.11, "NVDA", 0.37, "AMD", 0.35),
            told("Bank profits seen steady as rates come down slowly", "Capital Ledger", 0.16, "JPM", 0.61),
            told("Search rival takes share among the young, a survey finds", "Circuit Post", -0.24, "GOOGL", 0.66),
            told("Meta cuts prices of its headset for the holidays", "Street Daily", 0.05, "META", 0.79));

    private ShowcaseNews() {}

    private static Told told(String headline, String source, double mood, Object... links) {
        Map<String, Double> relevances = new LinkedHashMap<>();
        for (int i = 0; i < links.length; i += 2) {
            relevances.put((String) links[i], (Double) links[i + 1]);
        }
        return new Told(headline, source, mood, relevances);
    }

    static void write(TestSpeed speed, Instant newest) {
        for (int i = 0; i < 96; i++) {
            Told told = TOLD.get(i % TOLD.size());
            Instant at = newest.minus(Duration.ofSeconds(70L * i * (1 + i / 24)));
            String url = "https://news.example/story/" + i;
            speed.story("s" + i, at, told.headline, told.source, url, told.relevances, told.mood);
        }
        Instant hour = newest.truncatedTo(ChronoUnit.HOURS);
        List<String> terms = List.of(
                "data centre", "outlook", "recall", "price targets", "inquiry", "holiday", "accelerators", "minutes");
        for (int i = 0; i < terms.size(); i++) {
            speed.trend(hour, terms.get(i), 14 - i, 6.1 - i / 2.0);
        }
        speed.buzz(hour, "NVDA", 23, 4.2);
        speed.buzz(hour, "TSLA", 9, 1.8);
        speed.buzz(hour, "AAPL", 7, 0.4);
        speed.buzz(hour, "SPY", 5, -0.3);
        speed.alert("1", "news-burst", "warning", "NVDA", newest.minusSeconds(240), "23 stories in an hour, 4.2 sigma");
        speed.alert("2", "feed-gap", "critical", "", newest.minusSeconds(480), "finnhub was silent for 5 min");
        speed.alert("3", "price-move", "info", "AMD", newest.minusSeconds(1900), "-1.9% in 5 minutes, 3.4 sigma");
    }
}
