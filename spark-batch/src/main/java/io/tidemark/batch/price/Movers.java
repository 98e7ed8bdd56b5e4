package io.tidemark.batch.price;

import static org.apache.spark.sql.functions.col;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The symbols that gained most, lost most and were traded most on a date, 20 of each. Returns are those of
 * {@link DailyIndicators}; activity is the notional, VWAP times volume, because volumes of different instruments have no
 * common unit. Equals are ranked by symbol.
 */
public final class Movers {
    private static final int LENGTH = 20;

    /** Columns and units as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "movers",
            Scope.HISTORY,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("list", DataTypes.StringType, false)
                    .add("rank", DataTypes.IntegerType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("close", DataTypes.DoubleType, false)
                    .add("previous_close", DataTypes.DoubleType, true)
                    .add("return", DataTypes.DoubleType, true)
                    .add("volume", DataTypes.DoubleType, false)
                    .add("notional", DataTypes.DoubleType, true),
            List.of(ResultTable.DATE, "list", "rank"));

    private static final StructType MOVES = new StructType()
            .add(ResultTable.DATE, DataTypes.DateType, false)
            .add("symbol", DataTypes.StringType, false)
            .add("close", DataTypes.DoubleType, false)
            .add("previous_close", DataTypes.DoubleType, true)
            .add("return", DataTypes.DoubleType, true)
            .add("volume", DataTypes.DoubleType, false)
            .add("notional", DataTypes.DoubleType, true);
    private static final int RETURN = 4;
    private static final int NOTIONAL = 6;

    private Movers() {}

    /**
     * The lists of every date given.
     *
     * @param dailyStatistics rows of {@link DailyStatistics#TABLE}, of all dates so far
     * @return rows of {@link #TABLE} of all these dates, in no order
     */
    public static Dataset<Row> of(Dataset<Row> dailyStatistics) {
        MapFunction<Row, Long> date = row -> row.getDate(0).toLocalDate().toEpochDay();
        FlatMapGroupsFunction<Long, Row, Row> lists = (key, moves) -> ofDate(LocalDate.ofEpochDay(key), moves);
        return DayPrice.flatMap(dailyStatistics, MOVES, Movers::ofSymbol)
                .groupByKey(date, Encoders.LONG())
                .flatMapSortedGroups(new Column[] {col("symbol")}, lists, Encoders.row(TABLE.schema()));
    }

    private static Iterator<Row> ofSymbol(List<DayPrice> days) {
        List<Row> moves = new ArrayList<>();
        double previous = Double.NaN;
        for (DayPrice day : days) {
            moves.add(RowFactory.create(
                    day.date(),
                    day.symbol(),
                    day.close(),
                    Cells.value(previous),
                    Cells.value((day.close() - previous) / previous),
                    day.volume(),
                    Cells.value(day.vwap() * day.volume())));
            previous = day.close();
        }
        return moves.iterator();
    }

    private static Iterator<Row> ofDate(LocalDate date, Iterator<Row> bySymbol) {
        List<Row> moves = new ArrayList<>();
        bySymbol.forEachRemaining(moves::add);
        Comparator<Row> byReturn = Comparator.comparingDouble(row -> row.getDouble(RETURN));
        Comparator<Row> byNotional = Comparator.comparingDouble(row -> row.getDouble(NOTIONAL));
        List<Row> rows = new ArrayList<>();
        addList(rows, date, "gainers", moves, row -> Cells.read(row, RETURN) > 0, byReturn.reversed());
        addList(rows, date, "losers", moves, row -> Cells.read(row, RETURN) < 0, byReturn);
        addList(rows, date, "active", moves, row -> Cells.read(row, NOTIONAL) > 0, byNotional.reversed());
        return rows.iterator();
    }

    /** Adds the first of the moves that belong to a list; they are given by symbol, and sorting keeps equals in order. */
    private static void addList(
            List<Row> rows,
            LocalDate date,
            String list,
            List<Row> moves,
            Predicate<Row> belongs,
            Comparator<Row> order) {
        int rank = 0;
        for (Row move : (Iterable<Row>)
                () -> moves.stream().filter(belongs).sorted(order).limit(LENGTH).iterator()) {
            rows.add(RowFactory.create(
                    Date.valueOf(date),
                    list,
                    ++rank,
                    move.get(1),
                    move.get(2),
                    move.get(3),
                    move.get(RETURN),
                    move.get(5),
                    move.get(NOTIONAL)));
        }
    }
}
