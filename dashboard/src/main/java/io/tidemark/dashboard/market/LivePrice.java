package io.tidemark.dashboard.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last price of a symbol as the speed layer knows it.
 *
 * @param session UTC date of the trade
 * @param change against the previous close, or else the session's open; null when the layer has seen neither
 * @param updatedAt when the row was last written, by the database's clock
 */
public record LivePrice(
        String symbol,
        double price,
        Instant tradeTime,
        LocalDate session,
        @Nullable Double change,
        @Nullable Double changePercent,
        Instant updatedAt) {}
