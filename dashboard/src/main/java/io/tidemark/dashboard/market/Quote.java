package io.tidemark.dashboard.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of the watchlist. Prices are null for a symbol none of whose trades may set a price.
 *
 * @param last newest price
 * @param lastTime time of the newest trade in that minute
 * @param change price difference to the previous close
 * @param changePercent the same in percent
 * @param volume of the symbol's latest day, in shares or units
 * @param closes of the last 60 one-minute bars that have one, oldest first, the live price last
 * @param updatedAt when the speed layer last wrote its price, by the database's clock; null when it never has
 */
public record Quote(
        String symbol,
        @Nullable Double last,
        @Nullable Instant lastTime,
        @Nullable Double change,
        @Nullable Double changePercent,
        double volume,
        List<Double> closes,
        @Nullable Instant updatedAt) {
    public Quote {
        closes = List.copyOf(closes);
    }

    /** When it was last heard of: when the speed layer wrote, or without one the newest trade's own time. */
    public Optional<Instant> heardAt() {
        return Optional.ofNullable(updatedAt == null ? lastTime : updatedAt);
    }
}
