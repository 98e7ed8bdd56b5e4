package io.tidemark.dashboard.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must be so, told as it is seen. */
final class Bounds {
    private final PrintStream out;
    private final List<String> missed = new ArrayList<>();

    Bounds(PrintStream out) {
        this.out = out;
    }

    /** Tells whether a figure is as small as it must be. */
    void atMost(String what, double millis, double limit) {
        boolean met = millis <= limit;
        String line = String.format(Locale.ROOT, "%s %,.1f ms, at most %,.0f ms", what, millis, limit);
        out.println("  " + (met ? "met: " : "MISSED: ") + line);
        if (!met) {
            missed.add(line);
        }
    }

    /** Tells that something is not as it must be. */
    void broken(String what) {
        out.println("  MISSED: " + what);
        missed.add(what);
    }

    List<String> missed() {
        return List.copyOf(missed);
    }
}
