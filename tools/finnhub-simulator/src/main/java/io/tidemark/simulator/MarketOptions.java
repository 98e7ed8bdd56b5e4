package io.tidemark.simulator;

import io.tidemark.simulator.market.MarketHours;
import io.tidemark.simulator.market.MarketSettings;
import io.tidemark.simulator.market.SymbolProfiles;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the simulated market, and of the news, which a recording has too. */
final class MarketOptions {

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "What is traded, the most traded first (default: 20 US names and BINANCE:BTCUSDT).")
    private List<String> symbols = List.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "57",
            description = "Mean trades a second over all symbols (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--branching",
            paramLabel = "N",
            defaultValue = "0.7",
            description = "Trades that a trade causes on average, 0 to below 1 (default: ${DEFAULT-VALUE}).")
    private double branching;

    @Option(
            names = "--market-hours",
            paramLabel = "always|us",
            defaultValue = "always",
            description = "Round the clock, or as US equities (default: ${DEFAULT-VALUE}).")
    private MarketHours hours = MarketHours.ALWAYS;

    @Option(
            names = "--price-updates",
            paramLabel = "P",
            defaultValue = "0.002",
            description = "Share of price updates, which have volume 0 (default: ${DEFAULT-VALUE}).")
    private double priceUpdates;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How long the market was open before: its past trades are sent as soon as every symbol is"
                    + " subscribed, then it goes on live (default: ${DEFAULT-VALUE}).")
    private Duration history = Duration.ZERO;

    @Option(
            names = "--news-rate",
            paramLabel = "N",
            defaultValue = "1",
            description = "Factor on the number of news stories (default: ${DEFAULT-VALUE}).")
    private double newsRate;

    @Option(
            names = "--news-backfill",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How far back the news reaches at the start (default: ${DEFAULT-VALUE}).")
    private Duration newsBackfill = Duration.ZERO;

    boolean hasSymbols() {
        return !symbols.isEmpty();
    }

    MarketSettings market(long seed) {
        return new MarketSettings(
                symbols.isEmpty() ? SymbolProfiles.DEFAULT_SYMBOLS : symbols,
                rate,
                branching,
                hours,
                priceUpdates,
                seed);
    }

    Duration history() {
        return history;
    }

    NewsSettings news() {
        return new NewsSettings(newsRate, newsBackfill);
    }

    void check(OptionChecks checks) {
        checks.require(rate > 0 && rate <= 1_000_000, "--rate must be above 0 and at most 1000000");
        checks.require(branching >= 0 && branching < 1, "--branching must be at least 0 and below 1");
        checks.require(priceUpdates >= 0 && priceUpdates <= 1, "--price-updates must be from 0 to 1");
        checks.require(history.compareTo(Duration.ofDays(1)) <= 0, "--history must be at most 24h");
        checks.require(newsRate > 0 && newsRate <= 10_000, "--news-rate must be above 0 and at most 10000");
        checks.require(newsBackfill.compareTo(Duration.ofDays(3)) <= 0, "--news-backfill must be at most 72h");
        checks.require(
                symbols.stream().distinct().count() == symbols.size() && !symbols.contains(""),
                "--symbols must be different and not empty");
    }
}
