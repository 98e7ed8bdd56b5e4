package io.tidemark.batch.price;

import io.tidemark.batch.price.indicator.Macd;
import io.tidemark.batch.price.indicator.RelativeStrength;
import io.tidemark.batch.price.indicator.RollingWindow;

/**
 * The indicators that are made of closes alone, for bars and for days alike. Bollinger bands are the mean of 20 closes and
 * two population standard deviations to either side: J. Bollinger, "Bollinger on Bollinger Bands" (2001).
 */
final class CloseIndicators {
    private static final int WINDOW = 20;
    private static final int STRENGTH = 14;
    private static final double BAND_WIDTH = 2;

    private final RollingWindow window = new RollingWindow(WINDOW);
    private final RelativeStrength strength = new RelativeStrength(STRENGTH);
    private final Macd macd = new Macd();
    private double mean = Double.NaN;
    private double deviation = Double.NaN;

    void add(double close) {
        window.add(close);
        strength.add(close);
        macd.add(close);
        mean = window.mean();
        deviation = window.deviation();
    }

    /** Mean of the last 20 closes, and the middle Bollinger band. */
    double sma20() {
        return mean;
    }

    double rsi14() {
        return strength.value();
    }

    Macd macd() {
        return macd;
    }

    double bollingerUpper() {
        return mean + BAND_WIDTH * deviation;
    }

    double bollingerLower() {
        return mean - BAND_WIDTH * deviation;
    }
}
