package io.tidemark.quality.recording;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what was found, for people and for {@code grep}. */
final class Report {
    private Report() {}

    static void print(Counts counts, PrintStream out) {
        out.println("trades");
        line(out, "in the file", counts.inFile());
        line(out, "sent", counts.sent());
        line(out, "received", counts.received());
        line(out, "acknowledged", counts.acknowledged());
        line(out, "landed", counts.landed());
        line(out, "quarantined", counts.quarantined());
        line(out, "read by batch", counts.read());
        line(out, "counted", counts.counted());
        out.println(String.format(
                Locale.ROOT,
                "  conservation       %s (%d of %d symbol-hours equal)",
                counts.conserved() ? "sent = received = landed + quarantined, landed = read" : "BROKEN",
                counts.symbolHours() - Math.min(counts.symbolHours(), counts.unequalSymbolHours()),
                counts.symbolHours()));
    }

    static void print(BarComparison bars, PrintStream out) {
        out.println("bars");
        line(out, "expected", bars.expected());
        line(out, "equal", bars.equal());
        line(out, "different", bars.different());
        line(out, "missing", bars.missing());
        line(out, "extra", bars.extra());
        bars.examples().forEach(example -> out.println("    " + example));
    }

    static void print(LeanComparison lean, PrintStream out) {
        out.println("LEAN");
        line(out, "rows", lean.rows());
        out.println(String.format(
                Locale.ROOT, "  equal O/H/L/C  %,12d  (%.2f%%)", lean.equalPrices(), lean.percentEqualPrices()));
        line(out, "equal volume", lean.equalVolume());
    }

    static void print(Layers layers, PrintStream out) {
        out.println("layers, boundary " + layers.boundary());
        line(out, "batch", layers.batch());
        line(out, "speed", layers.speed());
        line(out, "served twice", layers.twice());
    }

    static void print(Reconciliation reconciliation, PrintStream out) {
        out.println("reconciliation, minutes");
        line(out, "equal", reconciliation.equal());
        line(out, "different", reconciliation.different());
        line(out, "only batch", reconciliation.onlyBatch());
        line(out, "only speed", reconciliation.onlySpeed());
        line(out, "not compared", reconciliation.unseen());
    }

    static void line(PrintStream out, String name, long value) {
        out.println(String.format(Locale.ROOT, "  %-14s %,12d", name, value));
    }
}
