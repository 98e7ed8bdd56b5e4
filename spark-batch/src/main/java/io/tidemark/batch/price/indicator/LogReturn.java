package io.tidemark.batch.price.indicator;

/** Returns as natural logarithms, which add up over time. */
public final class LogReturn {
    private LogReturn() {}

    /** {@code ln(to / from)}; not finite when a price is not positive. */
    public static double of(double from, double to) {
        return StrictMath.log(to / from);
    }
}
