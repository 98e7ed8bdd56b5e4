package io.tidemark.simulator.truth;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Everything that {@link GroundTruth} has counted, at one moment.
 *
 * @param frames trade frames sent, copies not counted
 * @param all totals over all symbols
 * @param duplicateFrames copies of frames sent
 * @param duplicateTrades trades in those copies
 * @param symbols totals per symbol
 * @param injected how often each fault struck, by its name
 * @param forgottenMinutes old minutes that are no longer kept apart
 */
public record TruthTotals(
        long frames,
        Totals all,
        long duplicateFrames,
        long duplicateTrades,
        NavigableMap<String, Totals> symbols,
        NavigableMap<String, Long> injected,
        long forgottenMinutes) {

    public TruthTotals {
        symbols = Collections.unmodifiableNavigableMap(new TreeMap<>(symbols));
        injected = Collections.unmodifiableNavigableMap(new TreeMap<>(injected));
    }
}
