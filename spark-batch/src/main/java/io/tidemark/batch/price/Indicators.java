package io.tidemark.batch.price;

import io.tidemark.batch.price.indicator.VolumeWeightedPrice;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Indicators after each bar of one and of five minutes, over the bars of the UTC date alone. A bar without a close gets no row
 * and does not count in indicators of closes; its volume counts in the VWAP, which is cumulative from the date's first bar,
 * so that the last one is the day's. Sources of the formulas: the classes of {@code io.tidemark.batch.price.indicator}.
 */
public final class Indicators {
    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "indicators",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("interval", DataTypes.StringType, false)
                    .add("bucket", DataTypes.TimestampType, false)
                    .add("close", DataTypes.DoubleType, false)
                    .add("sma_20", DataTypes.DoubleType, true)
                    .add("ema_12", DataTypes.DoubleType, true)
                    .add("ema_26", DataTypes.DoubleType, true)
                    .add("rsi_14", DataTypes.DoubleType, true)
                    .add("macd", DataTypes.DoubleType, true)
                    .add("macd_signal", DataTypes.DoubleType, true)
                    .add("macd_histogram", DataTypes.DoubleType, true)
                    .add("bollinger_middle", DataTypes.DoubleType, true)
                    .add("bollinger_upper", DataTypes.DoubleType, true)
                    .add("bollinger_lower", DataTypes.DoubleType, true)
                    .add("vwap", DataTypes.DoubleType, true)
                    .add("vwap_deviation", DataTypes.DoubleType, true)
                    .add("vwap_upper_1", DataTypes.DoubleType, true)
                    .add("vwap_lower_1", DataTypes.DoubleType, true)
                    .add("vwap_upper_2", DataTypes.DoubleType, true)
                    .add("vwap_lower_2", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "symbol", "interval", "bucket"));

    private Indicators() {}

    /**
     * The indicators of every UTC date that has bars.
     *
     * @param minutes one-minute bars, with the columns of {@link io.tidemark.batch.table.BarSchema}
     * @param fives five-minute bars of the same dates
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> minutes, Dataset<Row> fives) {
        return PriceBars.flatMap(PriceBars.of(minutes, fives), TABLE.schema(), Indicators::ofDate);
    }

    private static Iterator<Row> ofDate(Tuple2<String, Long> key, Iterator<Row> bars) {
        Date dt = Date.valueOf(LocalDate.ofEpochDay(key._2()));
        List<Row> rows = new ArrayList<>();
        String interval = "";
        var closes = new CloseIndicators();
        var price = new VolumeWeightedPrice();
        while (bars.hasNext()) {
            PriceBar bar = PriceBar.of(bars.next());
            if (!bar.interval().equals(interval)) {
                interval = bar.interval();
                closes = new CloseIndicators();
                price = new VolumeWeightedPrice();
            }
            price.add(bar.vwap(), bar.volume());
            if (bar.hasClose()) {
                closes.add(bar.close());
                rows.add(row(dt, bar, closes, price));
            }
        }
        return rows.iterator();
    }

    private static Row row(Date dt, PriceBar bar, CloseIndicators closes, VolumeWeightedPrice price) {
        double vwap = price.value();
        double deviation = price.deviation();
        return RowFactory.create(
                dt,
                bar.symbol(),
                bar.interval(),
                new Timestamp(bar.bucket()),
                bar.close(),
                Cells.value(closes.sma20()),
                Cells.value(closes.macd().fast()),
                Cells.value(closes.macd().slow()),
                Cells.value(closes.rsi14()),
                Cells.value(closes.macd().line()),
                Cells.value(closes.macd().signal()),
                Cells.value(closes.macd().histogram()),
                Cells.value(closes.sma20()),
                Cells.value(closes.bollingerUpper()),
                Cells.value(closes.bollingerLower()),
                Cells.value(vwap),
                Cells.value(deviation),
                Cells.value(vwap + deviation),
                Cells.value(vwap - deviation),
                Cells.value(vwap + 2 * deviation),
                Cells.value(vwap - 2 * deviation));
    }
}
