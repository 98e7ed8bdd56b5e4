package io.tidemark.batch.price.indicator;

/** Checks of how many values a figure looks back on. */
final class Lengths {
    private Lengths() {}

    static int positive(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a length of " + length + " is not positive");
        }
        return length;
    }
}
