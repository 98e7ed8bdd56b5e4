package io.tidemark.batch.price;

import io.tidemark.batch.price.indicator.Drawdown;
import io.tidemark.batch.price.indicator.ParkinsonVolatility;
import io.tidemark.batch.price.indicator.RealizedVolatility;
import java.sql.Date;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the bars of a symbol's session of a date amount to; they are added in the order of time. */
final class SessionStatistics {
    private double open = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;
    private double volume;
    private double pricedVolume;
    private double notional;
    private long trades;
    private long minutes;
    private final RealizedVolatility byMinutes = new RealizedVolatility();
    private final RealizedVolatility byFives = new RealizedVolatility();
    private final Drawdown drawdown = new Drawdown();

    void add(PriceBar bar) {
        if (!bar.isMinute()) {
            if (bar.hasClose()) {
                byFives.add(bar.close());
            }
            return;
        }
        minutes++;
        trades += bar.trades();
        volume += bar.volume();
        if (!Double.isNaN(bar.vwap())) {
            pricedVolume += bar.volume();
            notional += bar.vwap() * bar.volume();
        }
        if (Double.isNaN(open)) {
            open = bar.open();
        }
        // fmax and fmin of C: of a number and NaN they are the number.
        high = Double.isNaN(high) ? bar.high() : Double.isNaN(bar.high()) ? high : Math.max(high, bar.high());
        low = Double.isNaN(low) ? bar.low() : Double.isNaN(bar.low()) ? low : Math.min(low, bar.low());
        if (bar.hasClose()) {
            close = bar.close();
            byMinutes.add(close);
            drawdown.add(close);
        }
    }

    boolean isEmpty() {
        return minutes == 0;
    }

    /** A row of {@link DailyStatistics#TABLE}. */
    Row row(Date date, String symbol, String session) {
        return RowFactory.create(
                date,
                symbol,
                session,
                Cells.value(open),
                Cells.value(high),
                Cells.value(low),
                Cells.value(close),
                volume,
                Cells.value(notional / pricedVolume),
                trades,
                minutes,
                Cells.value(byMinutes.value()),
                Cells.value(byFives.value()),
                Cells.value(ParkinsonVolatility.of(high, low)),
                Cells.value(drawdown.greatest()));
    }
}
