package io.tidemark.dashboard.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A date by symbol, hour and reason. */
public record DateDetail(
        List<OfSymbol> agreements, List<OfHour> hours, List<Quality> qualities, List<DeadLetters> deadLetters) {
    /** Nothing is known. */
    public static final DateDetail EMPTY = new DateDetail(List.of(), List.of(), List.of(), List.of());

    public DateDetail {
        agreements = List.copyOf(agreements);
        hours = List.copyOf(hours);
        qualities = List.copyOf(qualities);
        deadLetters = List.copyOf(deadLetters);
    }

    /**
     * A symbol's agreement.
     *
     * @param late minutes that disagree and for which trades came too late
     * @param field of the largest difference
     */
    public record OfSymbol(
            String symbol,
            Agreement agreement,
            long late,
            @Nullable String field) {}

    /** The rows of a UTC hour. */
    public record OfHour(int hour, Conservation rows) {}

    /**
     * How good a symbol's data is; shares are from 0 to 1, lateness in ms.
     *
     * @param reasons what exceeds which limit; empty when good
     */
    public record Quality(
            String symbol,
            String verdict,
            String reasons,
            long rows,
            @Nullable Double duplicateShare,
            @Nullable Double outOfOrderShare,
            @Nullable Long latenessP50,
            @Nullable Long latenessP99,
            double gapSeconds,
            boolean conserved) {}

    /** Records that are no trades, by why they are none. */
    public record DeadLetters(String reason, long records) {}
}
