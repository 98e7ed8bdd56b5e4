package io.tidemark.batch.price;

import io.tidemark.batch.session.MarketCalendar;
import io.tidemark.batch.session.SessionDay;
import io.tidemark.batch.session.SessionKind;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Statistics of a UTC date per symbol and session. {@code all} is the whole date; the other sessions are those of the symbol's
 * {@link MarketCalendar} that have a minute. A bar belongs to the session that holds its start. Sources of the formulas:
 * {@link io.tidemark.batch.price.indicator.RealizedVolatility}, {@link io.tidemark.batch.price.indicator.ParkinsonVolatility},
 * {@link io.tidemark.batch.price.indicator.Drawdown}.
 */
public final class DailyStatistics {
    /** The session of a whole UTC date. */
    public static final String ALL = "all";

    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "daily_statistics",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("session", DataTypes.StringType, false)
                    .add("open", DataTypes.DoubleType, true)
                    .add("high", DataTypes.DoubleType, true)
                    .add("low", DataTypes.DoubleType, true)
                    .add("close", DataTypes.DoubleType, true)
                    .add("volume", DataTypes.DoubleType, false)
                    .add("vwap", DataTypes.DoubleType, true)
                    .add("trades", DataTypes.LongType, false)
                    .add("minutes", DataTypes.LongType, false)
                    .add("realized_volatility_1m", DataTypes.DoubleType, true)
                    .add("realized_volatility_5m", DataTypes.DoubleType, true)
                    .add("parkinson_volatility", DataTypes.DoubleType, true)
                    .add("max_drawdown", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "symbol", "session"));

    private DailyStatistics() {}

    /**
     * The statistics of every UTC date that has minutes.
     *
     * @param minutes one-minute bars, with the columns of {@link io.tidemark.batch.table.BarSchema}
     * @param fives five-minute bars of the same dates
     * @return rows of {@link #TABLE}, in no order
     */
    public static Dataset<Row> of(Dataset<Row> minutes, Dataset<Row> fives) {
        return PriceBars.flatMap(PriceBars.of(minutes, fives), TABLE.schema(), DailyStatistics::ofDate);
    }

    private static Iterator<Row> ofDate(Tuple2<String, Long> key, Iterator<Row> bars) {
        String symbol = key._1();
        LocalDate date = LocalDate.ofEpochDay(key._2());
        SessionDay calendar = MarketCalendar.of(symbol).on(date);
        var all = new SessionStatistics();
        Map<SessionKind, SessionStatistics> sessions = new EnumMap<>(SessionKind.class);
        while (bars.hasNext()) {
            PriceBar bar = PriceBar.of(bars.next());
            all.add(bar);
            calendar.kindAt(bar.bucket())
                    .ifPresent(kind -> sessions.computeIfAbsent(kind, absent -> new SessionStatistics())
                            .add(bar));
        }
        List<Row> rows = new ArrayList<>();
        Date dt = Date.valueOf(date);
        if (!all.isEmpty()) {
            rows.add(all.row(dt, symbol, ALL));
        }
        sessions.forEach((kind, session) -> {
            if (!session.isEmpty()) {
                rows.add(session.row(dt, symbol, kind.label()));
            }
        });
        return rows.iterator();
    }
}
