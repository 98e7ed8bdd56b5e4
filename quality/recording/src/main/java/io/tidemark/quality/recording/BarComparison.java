package io.tidemark.quality.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How served bars stand against expected ones.
 *
 * @param expected bars that should be there
 * @param equal bars whose prices and count are equal and whose volume and VWAP agree to {@value #TOLERANCE} relative
 * @param different bars that are there with other figures
 * @param missing bars that are not served
 * @param extra bars that are served and not expected
 * @param examples the first of the differences, in words
 */
record BarComparison(int expected, int equal, int different, int missing, int extra, List<String> examples) {

    /** Largest relative difference of volume and VWAP: their sums may be added up in another order. */
    static final double TOLERANCE = 1e-9;

    private static final int EXAMPLES = 5;

    /** Whether nothing differs. */
    boolean ok() {
        return different == 0 && missing == 0 && extra == 0;
    }

    static BarComparison of(Map<BarKey, ExpectedBars.Expected> expected, Map<BarKey, Bar> served) {
        int equal = 0;
        int different = 0;
        int missing = 0;
        List<String> examples = new ArrayList<>();
        for (Map.Entry<BarKey, ExpectedBars.Expected> entry : expected.entrySet()) {
            Bar bar = served.get(entry.getKey());
            if (bar == null) {
                missing++;
                example(examples, "missing " + entry.getKey());
            } else if (same(entry.getValue(), bar)) {
                equal++;
            } else {
                different++;
                example(
                        examples,
                        entry.getKey() + " expected " + entry.getValue().bar() + " but served " + bar);
            }
        }
        int extra = 0;
        for (BarKey key : served.keySet()) {
            if (!expected.containsKey(key)) {
                extra++;
                example(examples, "not expected " + key);
            }
        }
        return new BarComparison(expected.size(), equal, different, missing, extra, examples);
    }

    private static void example(List<String> examples, String text) {
        if (examples.size() < EXAMPLES) {
            examples.add(text);
        }
    }

    private static boolean same(ExpectedBars.Expected expected, Bar served) {
        Bar bar = expected.bar();
        return bar.prices().equals(served.prices())
                && bar.trades() == served.trades()
                && near(bar.volume(), served.volume(), 0)
                && near(bar.vwap(), served.vwap(), expected.vwapPrecision());
    }

    private static boolean near(double expected, double served, double printedPrecision) {
        return Math.abs(expected - served) <= Math.max(TOLERANCE * Math.abs(expected), printedPrecision);
    }
}
