package io.tidemark.quality.recording;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which bars the recording has.
 *
 * @param expected bars by the plainest possible code
 * @param lean LEAN's own bars to compare with, too
 * @param leanAtLeast share of LEAN's rows whose prices must be equal, in percent; 0 only reports it
 * @param out where the comparison is printed
 */
record Oracle(
        Map<BarKey, ExpectedBars.Expected> expected,
        Optional<Map<BarKey, ExpectedBars.Lean>> lean,
        double leanAtLeast,
        PrintStream out) {

    /** Prints how served bars stand against what is expected; true when they are equal. */
    boolean judge(Map<BarKey, Bar> served) {
        BarComparison bars = BarComparison.of(expected, served);
        Report.print(bars, out);
        if (lean.isEmpty()) {
            return bars.ok();
        }
        LeanComparison comparison = LeanComparison.of(lean.get(), served);
        Report.print(comparison, out);
        return bars.ok() && comparison.percentEqualPrices() >= leanAtLeast;
    }

    /** Trades that all bars are made of. */
    long trades() {
        return expected.values().stream().mapToLong(bar -> bar.bar().trades()).sum();
    }

    /** Trades of one bar; 0 when there is none. */
    long trades(BarKey key) {
        ExpectedBars.Expected bar = expected.get(key);
        return bar == null ? 0 : bar.bar().trades();
    }
}
