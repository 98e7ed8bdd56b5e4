package io.tidemark.batch.profile;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
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

/** Point of control and value area of a date and symbol (see {@link ValueArea}). */
public final class ValueAreas {
    /**
     * Prices are lower edges of bins of the width {@code step}: the value area reaches from {@code value_area_low} up to
     * {@code value_area_high + step}. {@code volume} is that of the whole profile.
     */
    public static final ResultTable TABLE = new ResultTable(
            "value_areas",
            Scope.DATE,
            new StructType()
                    .add("dt", DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("step", DataTypes.DoubleType, false)
                    .add("point_of_control", DataTypes.DoubleType, false)
                    .add("value_area_low", DataTypes.DoubleType, false)
                    .add("value_area_high", DataTypes.DoubleType, false)
                    .add("volume", DataTypes.DoubleType, false),
            List.of("dt", "symbol"));

    private ValueAreas() {}

    /**
     * The value areas.
     *
     * @param levels rows of {@link PriceLevels#BASE}
     * @param date of the trades
     */
    public static Dataset<Row> of(Dataset<Row> levels, LocalDate date) {
        Date dt = Date.valueOf(date);
        return levels.groupByKey((MapFunction<Row, String>) row -> row.getAs("symbol"), Encoders.STRING())
                .mapGroups(
                        (MapGroupsFunction<String, Row, Row>) (symbol, rows) -> row(dt, symbol, rows),
                        Encoders.row(TABLE.schema()));
    }

    private static Row row(Date dt, String symbol, Iterator<Row> base) {
        List<PriceLevel> levels = PriceLevel.ordered(base);
        ValueArea area = ValueArea.of(levels);
        return RowFactory.create(
                dt,
                symbol,
                levels.get(0).step(),
                levels.get(area.pointOfControl()).price(),
                levels.get(area.low()).price(),
                levels.get(area.high()).price(),
                area.volume());
    }
}
