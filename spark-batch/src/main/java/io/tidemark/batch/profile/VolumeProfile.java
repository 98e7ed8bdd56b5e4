package io.tidemark.batch.profile;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Volume by price of a date and symbol, with point of control and value area (see {@link ValueArea}). */
public final class VolumeProfile {
    /** {@code price} is the lower edge of a bin of the width {@code step}; bins without trades are left out. */
    public static final ResultTable TABLE = new ResultTable(
            "volume_profile",
            Scope.DATE,
            new StructType()
                    .add("dt", DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("price", DataTypes.DoubleType, false)
                    .add("step", DataTypes.DoubleType, false)
                    .add("volume", DataTypes.DoubleType, false)
                    .add("trades", DataTypes.LongType, false)
                    .add("point_of_control", DataTypes.BooleanType, false)
                    .add("in_value_area", DataTypes.BooleanType, false),
            List.of("dt", "symbol", "price"));

    private VolumeProfile() {}

    /**
     * The profile.
     *
     * @param levels rows of {@link PriceLevels#BASE}
     * @param date of the trades
     */
    public static Dataset<Row> of(Dataset<Row> levels, LocalDate date) {
        Date dt = Date.valueOf(date);
        return levels.groupByKey((MapFunction<Row, String>) row -> row.getAs("symbol"), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (symbol, rows) -> rows(dt, symbol, rows),
                        Encoders.row(TABLE.schema()));
    }

    private static Iterator<Row> rows(Date dt, String symbol, Iterator<Row> base) {
        List<PriceLevel> levels = PriceLevel.ordered(base);
        ValueArea area = ValueArea.of(levels);
        return IntStream.range(0, levels.size())
                .mapToObj(i -> {
                    PriceLevel level = levels.get(i);
                    return RowFactory.create(
                            dt,
                            symbol,
                            level.price(),
                            level.step(),
                            level.volume(),
                            level.trades(),
                            i == area.pointOfControl(),
                            i >= area.low() && i <= area.high());
                })
                .iterator();
    }
}
