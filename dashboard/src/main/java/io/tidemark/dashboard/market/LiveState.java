package io.tidemark.dashboard.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for several times a second: little, and cheap to answer.
 *
 * @param coverage null before the first publication
 */
public record LiveState(@Nullable BatchCoverage coverage, List<LivePrice> prices) {
    public LiveState {
        prices = List.copyOf(prices);
    }
}
