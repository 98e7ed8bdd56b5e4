package io.tidemark.landing.harness;

import io.tidemark.contracts.event.Trade;
import java.util.List;

/** Trades that a test can count: the n-th has the id {@code t-<n>}, and the same n gives the same trade. */
public final class NumberedTrades {
    /** 2026-11-20T13:00:00Z. */
    public static final long BEGIN = 1_795_179_600_000L;

    private static final List<String> SYMBOLS =
            List.of("AAPL", "MSFT", "BINANCE:BTCUSDT", "IC MARKETS:1", "BRK,B", "Ä\"Q");
    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS = 5;

    private NumberedTrades() {}

    /** Times jump between some hours, as late data does. */
    public static Trade trade(long number) {
        long time = BEGIN + (number * 31 % HOURS) * HOUR_MS + number * 7 % HOUR_MS;
        return new Trade(
                "t-" + number,
                SYMBOLS.get((int) (number % SYMBOLS.size())),
                100 + (number % 1_000) / 100.0,
                number % 50 == 0 ? 0.00012345 : number % 300,
                time,
                time + 40,
                number % 3 == 0 ? List.of() : List.of("1", "12"),
                "test");
    }
}
