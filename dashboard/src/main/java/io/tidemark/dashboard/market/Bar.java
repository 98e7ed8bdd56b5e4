package io.tidemark.dashboard.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bar as it is served.
 *
 * @param bucket start of the bar, UTC
 * @param open price of the first trade that may set a last price; null when there is none, like close
 * @param high greatest price among trades that may set it; null when there is none, like low
 * @param volume shares or units, of trades that count in volume
 * @param vwap volume-weighted average price; null when volume is 0
 * @param trades trades that count in volume
 * @param eligibleTrades trades that may set the last price
 * @param lateTrades trades that arrived after their minute was over by more than the allowance
 */
public record Bar(
        Instant bucket,
        @Nullable Double open,
        @Nullable Double high,
        @Nullable Double low,
        @Nullable Double close,
        double volume,
        @Nullable Double vwap,
        long trades,
        long eligibleTrades,
        long lateTrades,
        Instant firstTradeTime,
        Instant lastTradeTime,
        BarLayer layer) {}
