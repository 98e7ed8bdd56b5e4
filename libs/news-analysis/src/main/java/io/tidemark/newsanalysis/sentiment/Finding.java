package io.tidemark.newsanalysis.sentiment;

/** An entry of the lexicon found in a sentence, with the valence that it has there so far. */
final class Finding {
    private final LexiconEntry entry;
    private final int start;
    private final int end;
    private double valence;

    Finding(LexiconEntry entry, int start, int end) {
        this.entry = entry;
        this.start = start;
        this.end = end;
        this.valence = alone(entry);
    }

    private static double alone(LexiconEntry entry) {
        if (entry instanceof LexiconEntry.Valence it) {
            return it.value();
        }
        if (entry instanceof LexiconEntry.Direction it) {
            return it.alone();
        }
        if (entry instanceof LexiconEntry.Adverse it) {
            return it.alone();
        }
        if (entry instanceof LexiconEntry.Negation it) {
            return it.alone();
        }
        return entry instanceof LexiconEntry.Relief it ? it.alone() : 0;
    }

    LexiconEntry entry() {
        return entry;
    }

    /** Index of its first word. */
    int start() {
        return start;
    }

    /** Index after its last word. */
    int end() {
        return end;
    }

    double valence() {
        return valence;
    }

    void become(double newValence) {
        valence = newValence;
    }

    void multiplyBy(double factor) {
        valence *= factor;
    }
}
