package io.tidemark.dashboard.load;

import java.io.IOException;
import java.util.Locale;

/**
 * Memory that a Java program holds, in MiB.
 *
 * @param heap in use after a full collection
 * @param resident of the whole process
 */
record Footprint(double heap, double resident) {

    /** Collects what is garbage and looks. */
    static Footprint of(ProcessHandle java) throws IOException, InterruptedException {
        return new Footprint(JavaHeap.usedMebibytes(java), ProcessUse.residentMebibytes(java));
    }

    /** What each of so many has added since. */
    Footprint each(Footprint before, int count) {
        return new Footprint((heap - before.heap) / count, (resident - before.resident) / count);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "heap %.1f MiB in use after a collection, %.1f MiB resident", heap, resident);
    }
}
