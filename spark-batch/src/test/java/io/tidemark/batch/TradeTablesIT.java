package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.profile.SizeDistribution;
import io.tidemark.batch.profile.SizeHistogram;
import io.tidemark.batch.profile.ValueAreas;
import io.tidemark.batch.profile.VolumeProfile;
import io.tidemark.batch.quality.DataQuality;
import io.tidemark.batch.quality.QualityDates;
import io.tidemark.batch.quality.QualityQuarantine;
import io.tidemark.batch.table.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** The database's tables of trade analytics are those that the transforms fill. */
class TradeTablesIT {
    private static final Map<DataType, String> TYPES = Map.of(
            DataTypes.DateType, "date",
            DataTypes.StringType, "text",
            DataTypes.LongType, "bigint",
            DataTypes.DoubleType, "double precision",
            DataTypes.BooleanType, "boolean");

    @Test
    void columns_types_and_nulls_are_those_of_the_results() throws Exception {
        try (ServedDatabase database = ServedDatabase.start()) {
            for (ResultTable table : List.of(
                    VolumeProfile.TABLE,
                    ValueAreas.TABLE,
                    SizeHistogram.TABLE,
                    SizeDistribution.TABLE,
                    DataQuality.TABLE,
                    QualityQuarantine.TABLE,
                    QualityDates.TABLE)) {
                List<String> expected = new ArrayList<>();
                for (StructField field : table.schema().fields()) {
                    expected.add(
                            field.name() + "|" + TYPES.get(field.dataType()) + "|" + (field.nullable() ? "YES" : "NO"));
                }
                expected.add("run_id|bigint|NO");
                assertThat(database.rows("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                                + " WHERE table_schema = 'batch' AND table_name = '" + table.name()
                                + "' ORDER BY ordinal_position"))
                        .as(table.name())
                        .isEqualTo(expected);
                assertThat(database.rows("SELECT scope FROM batch.datasets WHERE name = '" + table.name() + "'"))
                        .containsExactly(table.scope().label());
            }
        }
    }
}
