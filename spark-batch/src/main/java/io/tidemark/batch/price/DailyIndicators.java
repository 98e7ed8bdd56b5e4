package io.tidemark.batch.price;

import io.tidemark.batch.price.indicator.AverageTrueRange;
import io.tidemark.batch.price.indicator.Drawdown;
import io.tidemark.batch.price.indicator.LogReturn;
import io.tidemark.batch.price.indicator.RollingWindow;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Indicators after each day of a symbol, over its days so far. A day is the regular session where that has a close, and
 * otherwise the whole UTC date; the previous close is that of the symbol's latest earlier day, however long ago. Sources of
 * the formulas: the classes of {@code io.tidemark.batch.price.indicator}.
 */
public final class DailyIndicators {
    private static final int RANGES = 14;
    private static final int LONG_WINDOW = 50;

    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "daily_indicators",
            Scope.HISTORY,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("session", DataTypes.StringType, false)
                    .add("close", DataTypes.DoubleType, false)
                    .add("previous_close", DataTypes.DoubleType, true)
                    .add("return", DataTypes.DoubleType, true)
                    .add("log_return", DataTypes.DoubleType, true)
                    .add("true_range", DataTypes.DoubleType, true)
                    .add("atr_14", DataTypes.DoubleType, true)
                    .add("sma_20", DataTypes.DoubleType, true)
                    .add("sma_50", DataTypes.DoubleType, true)
                    .add("ema_12", DataTypes.DoubleType, true)
                    .add("ema_26", DataTypes.DoubleType, true)
                    .add("rsi_14", DataTypes.DoubleType, true)
                    .add("macd", DataTypes.DoubleType, true)
                    .add("macd_signal", DataTypes.DoubleType, true)
                    .add("macd_histogram", DataTypes.DoubleType, true)
                    .add("bollinger_middle", DataTypes.DoubleType, true)
                    .add("bollinger_upper", DataTypes.DoubleType, true)
                    .add("bollinger_lower", DataTypes.DoubleType, true)
                    .add("drawdown", DataTypes.DoubleType, true)
                    .add("max_drawdown", DataTypes.DoubleType, true)
                    .add("days", DataTypes.IntegerType, false),
            List.of(ResultTable.DATE, "symbol"));

    private DailyIndicators() {}

    /**
     * The indicators of every day given.
     *
     * @param dailyStatistics rows of {@link DailyStatistics#TABLE}, of all dates so far
     * @return rows of {@link #TABLE} of all these dates, in no order
     */
    public static Dataset<Row> of(Dataset<Row> dailyStatistics) {
        return DayPrice.flatMap(dailyStatistics, TABLE.schema(), DailyIndicators::ofSymbol);
    }

    private static Iterator<Row> ofSymbol(List<DayPrice> days) {
        List<Row> rows = new ArrayList<>();
        var closes = new CloseIndicators();
        var longWindow = new RollingWindow(LONG_WINDOW);
        var trueRange = new AverageTrueRange(RANGES);
        var drawdown = new Drawdown();
        double previous = Double.NaN;
        for (DayPrice day : days) {
            closes.add(day.close());
            longWindow.add(day.close());
            trueRange.add(day.high(), day.low(), day.close());
            drawdown.add(day.close());
            rows.add(RowFactory.create(
                    day.date(),
                    day.symbol(),
                    day.session(),
                    day.close(),
                    Cells.value(previous),
                    Cells.value((day.close() - previous) / previous),
                    Cells.value(LogReturn.of(previous, day.close())),
                    Cells.value(trueRange.range()),
                    Cells.value(trueRange.value()),
                    Cells.value(closes.sma20()),
                    Cells.value(longWindow.mean()),
                    Cells.value(closes.macd().fast()),
                    Cells.value(closes.macd().slow()),
                    Cells.value(closes.rsi14()),
                    Cells.value(closes.macd().line()),
                    Cells.value(closes.macd().signal()),
                    Cells.value(closes.macd().histogram()),
                    Cells.value(closes.sma20()),
                    Cells.value(closes.bollingerUpper()),
                    Cells.value(closes.bollingerLower()),
                    Cells.value(drawdown.current()),
                    Cells.value(drawdown.greatest()),
                    rows.size() + 1));
            previous = day.close();
        }
        return rows.iterator();
    }
}
