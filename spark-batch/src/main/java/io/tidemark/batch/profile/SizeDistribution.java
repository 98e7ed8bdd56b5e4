package io.tidemark.batch.profile;

import io.tidemark.batch.bars.PreciseSum;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * How large the trades of a date and symbol are: those that their sale conditions let count as volume.
 *
 * <p>An odd lot is a trade of fewer than 100 shares, the round lot that SEC Regulation NMS gives to stocks
 * of up to 250 dollars. Symbols of venues (with a colon, {@code BINANCE:BTCUSDT}) trade units and have none. Deciles are by
 * nearest rank (Hyndman and Fan, 1996, definition 1): the least size that 10 %, 20 %... of the trades do not exceed.
 */
public final class SizeDistribution {
    private static final double ROUND_LOT = 100;
    private static final int DECILES = 10;

    /**
     * Sizes and volumes in shares or units; shares between 0 and 1. Deciles and {@code max_size} are of the sizes cut down to
     * three significant digits; {@code mean_size} is exact.
     */
    public static final ResultTable TABLE =
            new ResultTable("size_distribution", Scope.DATE, schema(), List.of("dt", "symbol"));

    private SizeDistribution() {}

    /**
     * The distribution.
     *
     * @param sizes rows of {@link TradeSizes#BASE}
     * @param date of the trades
     */
    public static Dataset<Row> of(Dataset<Row> sizes, LocalDate date) {
        Date dt = Date.valueOf(date);
        return sizes.groupByKey((MapFunction<Row, String>) row -> row.getAs("symbol"), Encoders.STRING())
                .mapGroups(
                        (MapGroupsFunction<String, Row, Row>) (symbol, rows) -> row(dt, symbol, rows),
                        Encoders.row(TABLE.schema()));
    }

    private record Size(double size, long trades, double volume) {}

    private static Row row(Date dt, String symbol, Iterator<Row> base) {
        List<Size> sizes = new ArrayList<>();
        base.forEachRemaining(row ->
                sizes.add(new Size(row.<Double>getAs("size"), row.<Long>getAs("trades"), row.<Double>getAs("volume"))));
        sizes.sort(Comparator.comparingDouble(Size::size));
        long trades = sizes.stream().mapToLong(Size::trades).sum();
        double volume = volume(sizes);
        List<@Nullable Object> values = new ArrayList<>(List.of(dt, symbol, trades, volume));
        if (symbol.indexOf(':') >= 0) {
            values.add(null);
            values.add(null);
            values.add(null);
        } else {
            List<Size> odd =
                    sizes.stream().filter(size -> size.size() < ROUND_LOT).toList();
            long oddTrades = odd.stream().mapToLong(Size::trades).sum();
            values.add(oddTrades);
            values.add((double) oddTrades / trades);
            values.add(volume(odd) / volume);
        }
        values.add(volume / trades);
        for (int decile = 1; decile < DECILES; decile++) {
            values.add(nearestRank(sizes, (trades * decile + DECILES - 1) / DECILES));
        }
        values.add(sizes.get(sizes.size() - 1).size());
        return RowFactory.create(values.toArray());
    }

    private static double volume(List<Size> sizes) {
        var sum = new PreciseSum();
        sizes.forEach(size -> sum.add(size.volume()));
        return sum.value();
    }

    private static double nearestRank(List<Size> sizes, long rank) {
        long seen = 0;
        for (Size size : sizes) {
            seen += size.trades();
            if (seen >= rank) {
                return size.size();
            }
        }
        throw new IllegalArgumentException("no rank " + rank + " among " + seen + " trades");
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add("dt", DataTypes.DateType, false)
                .add("symbol", DataTypes.StringType, false)
                .add("trades", DataTypes.LongType, false)
                .add("volume", DataTypes.DoubleType, false)
                .add("odd_lots", DataTypes.LongType, true)
                .add("odd_lot_share", DataTypes.DoubleType, true)
                .add("odd_lot_volume_share", DataTypes.DoubleType, true)
                .add("mean_size", DataTypes.DoubleType, false);
        for (int decile = 1; decile < DECILES; decile++) {
            schema = schema.add("d" + decile * DECILES, DataTypes.DoubleType, false);
        }
        return schema.add("max_size", DataTypes.DoubleType, false);
    }
}
