package io.tidemark.batch.price.indicator;

/**
 * Volume-weighted average price and the volume-weighted standard deviation around it,
 * {@code sqrt(sum v (p - vwap)^2 / sum v)}. The squares are updated as D. H. D. West does in "Updating mean and variance
 * estimates" (CACM 22/9, 1979), because the difference of sums of squares loses all digits of a small deviation.
 */
public final class VolumeWeightedPrice {
    private double volume;
    private double mean;
    private double squares;

    /** Adds a price and its weight; a weight that is not positive or a price that is NaN adds nothing. */
    public void add(double price, double weight) {
        if (Double.isNaN(price) || !(weight > 0)) {
            return;
        }
        volume += weight;
        double distance = price - mean;
        if (volume == weight) {
            mean = price;
            return;
        }
        mean += distance * (weight / volume);
        squares += weight * distance * (price - mean);
    }

    /** The average, a price; NaN when nothing was added. */
    public double value() {
        return volume > 0 ? mean : Double.NaN;
    }

    /** The deviation, a price; NaN when nothing was added, 0 after one price. */
    public double deviation() {
        return volume > 0 ? Math.sqrt(Math.max(squares, 0) / volume) : Double.NaN;
    }
}
