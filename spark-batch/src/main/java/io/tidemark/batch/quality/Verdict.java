package io.tidemark.batch.quality;

import java.util.Locale;

/** What is to be thought of data, from best to worst. */
public enum Verdict {
    /** Nothing exceeds a limit. */
    GOOD,
    /** Somebody should look at it. */
    SUSPECT,
    /** Not to be relied on. */
    BAD;

    /** Its name in results, for example {@code good}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
