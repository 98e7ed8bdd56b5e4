package io.tidemark.quality.recording;

import java.util.Map;

/**
 * How served bars stand against LEAN's own, on the buckets that LEAN has.
 *
 * @param rows LEAN's bars
 * @param equalPrices rows whose open, high, low and close are all equal
 * @param equalVolume rows whose volume is equal
 */
record LeanComparison(int rows, int equalPrices, int equalVolume) {

    static LeanComparison of(Map<BarKey, ExpectedBars.Lean> lean, Map<BarKey, Bar> served) {
        int equalPrices = 0;
        int equalVolume = 0;
        for (Map.Entry<BarKey, ExpectedBars.Lean> entry : lean.entrySet()) {
            Bar bar = served.get(entry.getKey());
            if (bar != null) {
                equalPrices +=
                        bar.prices().filter(entry.getValue().prices()::equals).isPresent() ? 1 : 0;
                equalVolume += bar.volume() == entry.getValue().volume() ? 1 : 0;
            }
        }
        return new LeanComparison(lean.size(), equalPrices, equalVolume);
    }

    /** Share of rows with equal prices, in percent. */
    double percentEqualPrices() {
        return rows == 0 ? 0 : 100.0 * equalPrices / rows;
    }
}
