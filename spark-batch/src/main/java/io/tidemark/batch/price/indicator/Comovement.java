package io.tidemark.batch.price.indicator;

/**
 * How two series of returns go together, over the samples in which both have one. Correlation is Pearson's,
 * {@code cov(x, y) / sqrt(var(x) var(y))}; beta is {@code cov(x, y) / var(y)}, the slope of x on y. Sources: K. Pearson,
 * "Notes on regression and inheritance" (Proc. Royal Society 58, 1895); W. F. Sharpe, "Capital Asset Prices" (Journal of
 * Finance 19, 1964).
 *
 * @param samples how many returns are common
 * @param correlation from -1 to 1; NaN when there are less than three samples or a variance is 0
 * @param beta without unit; NaN as the correlation
 */
public record Comovement(int samples, double correlation, double beta) {
    private static final int LEAST_SAMPLES = 3;

    /** Of two series of one length, in which NaN stands for no return. */
    public static Comovement of(double[] x, double[] y) {
        int samples = 0;
        double originX = 0;
        double originY = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            if (isSample(x[i], y[i])) {
                if (samples++ == 0) {
                    originX = x[i];
                    originY = y[i];
                }
                sumX += x[i] - originX;
                sumY += y[i] - originY;
            }
        }
        if (samples < LEAST_SAMPLES) {
            return new Comovement(samples, Double.NaN, Double.NaN);
        }
        return aroundMeans(x, y, samples, originX + sumX / samples, originY + sumY / samples);
    }

    private static Comovement aroundMeans(double[] x, double[] y, int samples, double meanX, double meanY) {
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            if (isSample(x[i], y[i])) {
                double fromX = x[i] - meanX;
                double fromY = y[i] - meanY;
                squaresX += fromX * fromX;
                squaresY += fromY * fromY;
                products += fromX * fromY;
            }
        }
        if (squaresX == 0 || squaresY == 0) {
            return new Comovement(samples, Double.NaN, Double.NaN);
        }
        double correlation = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return new Comovement(samples, Math.max(-1, Math.min(1, correlation)), products / squaresY);
    }

    private static boolean isSample(double x, double y) {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }
}
