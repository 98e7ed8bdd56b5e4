package io.tidemark.batch.quality;

import java.io.Serializable;

/**
 * What a figure may be before it counts against the data.
 *
 * @param suspect above this the data is suspect
 * @param bad above this it is bad; not below {@code suspect}
 */
public record Limit(double suspect, double bad) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Limit {
        if (!(suspect >= 0 && bad >= suspect)) {
            throw new IllegalArgumentException("no limits: suspect above " + suspect + ", bad above " + bad);
        }
    }

    /** What a figure says. */
    Verdict verdict(double figure) {
        if (figure > bad) {
            return Verdict.BAD;
        }
        return figure > suspect ? Verdict.SUSPECT : Verdict.GOOD;
    }

    /** The limit that a verdict was found by. */
    double of(Verdict verdict) {
        return verdict == Verdict.BAD ? bad : suspect;
    }
}
