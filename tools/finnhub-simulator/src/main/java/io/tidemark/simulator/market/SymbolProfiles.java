package io.tidemark.simulator.market;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Profiles of well-known symbols, and made-up ones for all others. */
public final class SymbolProfiles {

    /** Symbols of the market unless told otherwise, the most traded first. */
    public static final List<String> DEFAULT_SYMBOLS = List.of(
            "AAPL",
            "NVDA",
            "TSLA",
            "SPY",
            "AMZN",
            "MSFT",
            "AMD",
            "META",
            "GOOGL",
            "QQQ",
            "BINANCE:BTCUSDT",
            "INTC",
            "BAC",
            "NFLX",
            "JPM",
            "XOM",
            "DIS",
            "PFE",
            "WMT",
            "KO",
            "BA");

    private static final List<SymbolProfile> LIST = List.of(
            new SymbolProfile("AAPL", "Apple", 236.50, 0.015, 0.50),
            new SymbolProfile("NVDA", "Nvidia", 142.30, 0.030, 0.45),
            new SymbolProfile("TSLA", "Tesla", 338.20, 0.035, 0.35),
            new SymbolProfile("SPY", "SPDR S&P 500 ETF", 594.10, 0.009, 0.92),
            new SymbolProfile("AMZN", "Amazon", 208.40, 0.018, 0.48),
            new SymbolProfile("MSFT", "Microsoft", 428.60, 0.014, 0.52),
            new SymbolProfile("AMD", "AMD", 138.90, 0.028, 0.42),
            new SymbolProfile("META", "Meta Platforms", 566.80, 0.020, 0.42),
            new SymbolProfile("GOOGL", "Alphabet", 176.20, 0.017, 0.46),
            new SymbolProfile("QQQ", "Invesco QQQ Trust", 507.70, 0.012, 0.88),
            new SymbolProfile("BINANCE:BTCUSDT", "Bitcoin", 91_250.00, 0.026, 0.10),
            new SymbolProfile("INTC", "Intel", 24.35, 0.024, 0.34),
            new SymbolProfile("BAC", "Bank of America", 46.80, 0.014, 0.44),
            new SymbolProfile("NFLX", "Netflix", 884.50, 0.021, 0.32),
            new SymbolProfile("JPM", "JPMorgan Chase", 244.70, 0.013, 0.46),
            new SymbolProfile("XOM", "Exxon Mobil", 119.60, 0.014, 0.26),
            new SymbolProfile("DIS", "Walt Disney", 114.20, 0.014, 0.36),
            new SymbolProfile("PFE", "Pfizer", 25.10, 0.015, 0.22),
            new SymbolProfile("WMT", "Walmart", 88.30, 0.010, 0.26),
            new SymbolProfile("KO", "Coca-Cola", 63.40, 0.008, 0.28),
            new SymbolProfile("BA", "Boeing", 149.80, 0.022, 0.36));

    private static final Map<String, SymbolProfile> KNOWN =
            LIST.stream().collect(Collectors.toUnmodifiableMap(SymbolProfile::symbol, Function.identity()));

    private SymbolProfiles() {}

    /** Profiles of symbols, in their order. */
    public static List<SymbolProfile> of(List<String> symbols) {
        return symbols.stream().map(SymbolProfiles::of).toList();
    }

    private static SymbolProfile of(String symbol) {
        SymbolProfile known = KNOWN.get(symbol);
        return known == null ? invented(symbol) : known;
    }

    /** The same for every run: it depends on the symbol's name only. */
    private static SymbolProfile invented(String symbol) {
        SplittableRandom random = new SplittableRandom(symbol.hashCode());
        double price = Math.round(100 * Math.exp(random.nextDouble(2.7, 6.0))) / 100.0;
        return new SymbolProfile(symbol, symbol, price, random.nextDouble(0.010, 0.030), random.nextDouble(0.2, 0.5));
    }
}
