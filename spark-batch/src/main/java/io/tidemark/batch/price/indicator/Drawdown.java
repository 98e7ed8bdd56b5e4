package io.tidemark.batch.price.indicator;

/**
 * Loss from the highest close so far, {@code (peak - close) / peak}: 0 at a new peak, 0.25 a quarter below it. Source:
 * M. Magdon-Ismail and A. F. Atiya, "Maximum drawdown" (Risk 17/10, 2004).
 */
public final class Drawdown {
    private double peak = Double.NaN;
    private double current = Double.NaN;
    private double greatest = Double.NaN;

    /** Adds a close. */
    public void add(double close) {
        peak = Double.isNaN(peak) ? close : Math.max(peak, close);
        current = (peak - close) / peak;
        greatest = Double.isNaN(greatest) ? current : Math.max(greatest, current);
    }

    /** The last close's loss, a fraction; NaN when there is none. */
    public double current() {
        return current;
    }

    /** The greatest loss so far, a fraction; NaN when there is no close. */
    public double greatest() {
        return greatest;
    }
}
