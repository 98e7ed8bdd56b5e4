package io.tidemark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.price.Correlations;
import io.tidemark.batch.price.DailyIndicators;
import io.tidemark.batch.price.DailyStatistics;
import io.tidemark.batch.price.Indicators;
import io.tidemark.batch.price.Movers;
import io.tidemark.batch.profile.SizeDistribution;
import io.tidemark.batch.profile.SizeHistogram;
import io.tidemark.batch.profile.ValueAreas;
import io.tidemark.batch.profile.VolumeProfile;
import io.tidemark.batch.quality.DataQuality;
import io.tidemark.batch.quality.QualityDates;
import io.tidemark.batch.quality.QualityQuarantine;
import io.tidemark.batch.session.Sessions;
import io.tidemark.batch.table.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** The job's result tables are the database's: no column is forgotten on either side. */
class ResultTablesIT {
    private static final List<ResultTable> TABLES = List.of(
            DailyStatistics.TABLE,
            Indicators.TABLE,
            DailyIndicators.TABLE,
            Movers.TABLE,
            Correlations.TABLE,
            Sessions.TABLE,
            VolumeProfile.TABLE,
            ValueAreas.TABLE,
            SizeHistogram.TABLE,
            SizeDistribution.TABLE,
            DataQuality.TABLE,
            QualityQuarantine.TABLE,
            QualityDates.TABLE);

    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "date", "date",
            "timestamp", "timestamp with time zone",
            "double", "double precision",
            "bigint", "bigint",
            "int", "integer",
            "boolean", "boolean");

    @Test
    void columns_types_and_nulls_are_those_of_the_migrations() throws Exception {
        try (ServedDatabase database = ServedDatabase.start()) {
            Map<String, List<String>> expected = new TreeMap<>();
            Map<String, List<String>> found = new TreeMap<>();
            for (ResultTable table : TABLES) {
                List<String> columns = new ArrayList<>();
                for (StructField field : table.schema().fields()) {
                    columns.add(field.name()
                            + '|'
                            + TYPES.get(field.dataType().catalogString())
                            + '|'
                            + (field.nullable() ? "YES" : "NO"));
                }
                columns.add("run_id|bigint|NO");
                columns.add("key " + table.key());
                expected.put(table.name() + ' ' + table.scope().label(), columns);
            }
            for (String dataset : database.rows("SELECT name || ' ' || scope FROM batch.datasets")) {
                String name = dataset.substring(0, dataset.indexOf(' '));
                List<String> columns = new ArrayList<>(
                        database.rows("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                                + " WHERE table_schema = 'batch' AND table_name = '" + name
                                + "' ORDER BY ordinal_position"));
                columns.add("key "
                        + database.rows("SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey)"
                                + " WITH ORDINALITY k (attnum, place) JOIN pg_attribute a ON a.attrelid = i.indrelid"
                                + " AND a.attnum = k.attnum WHERE i.indisprimary AND i.indrelid = 'batch." + name
                                + "'::regclass ORDER BY k.place"));
                found.put(dataset, columns);
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
