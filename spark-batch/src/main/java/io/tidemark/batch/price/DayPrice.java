package io.tidemark.batch.price;

import static org.apache.spark.sql.functions.col;

import io.tidemark.batch.session.SessionKind;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A symbol's day in a series of days: its regular session where that has a close, and otherwise the whole UTC date. Days
 * without any close are in no series. High, low and vwap are NaN where there are none.
 *
 * @param vwap average price of the session
 */
record DayPrice(
        Date date, String symbol, String session, double high, double low, double close, double volume, double vwap) {

    /** Applies a function to each symbol's days, which come in their order. */
    static Dataset<Row> flatMap(
            Dataset<Row> dailyStatistics, StructType result, FlatMapFunction<List<DayPrice>, Row> function) {
        MapFunction<Row, String> symbol = row -> row.getString(1);
        FlatMapGroupsFunction<String, Row, Row> days = (key, rows) -> function.call(inOrder(rows));
        return dailyStatistics
                .where(col("session")
                        .isin(DailyStatistics.ALL, SessionKind.REGULAR.label())
                        .and(col("close").isNotNull()))
                .select("dt", "symbol", "session", "high", "low", "close", "volume", "vwap")
                .groupByKey(symbol, Encoders.STRING())
                .flatMapSortedGroups(new Column[] {col("dt"), col("session")}, days, Encoders.row(result));
    }

    /** One day a date, of rows by date and session: the regular session comes after the whole date and takes its place. */
    private static List<DayPrice> inOrder(Iterator<Row> rows) {
        List<DayPrice> days = new ArrayList<>();
        while (rows.hasNext()) {
            DayPrice day = of(rows.next());
            int last = days.size() - 1;
            if (last >= 0 && days.get(last).date().equals(day.date())) {
                days.set(last, day);
            } else {
                days.add(day);
            }
        }
        return days;
    }

    private static DayPrice of(Row row) {
        return new DayPrice(
                row.getDate(0),
                row.getString(1),
                row.getString(2),
                Cells.read(row, 3),
                Cells.read(row, 4),
                row.getDouble(5),
                row.getDouble(6),
                Cells.read(row, 7));
    }
}
