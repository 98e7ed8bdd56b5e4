package io.tidemark.batch.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.ServedDatabase;
import io.tidemark.batch.session.Sessions;
import io.tidemark.batch.table.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** The database's tables and those of the transforms are the same. */
class PriceTablesIT {
    private static final Map<String, String> SQL_TYPES = Map.of(
            "date", "date",
            "string", "text",
            "timestamp", "timestamp with time zone",
            "double", "double precision",
            "bigint", "bigint",
            "int", "integer");

    @Test
    void the_migration_has_the_columns_the_keys_and_the_scopes_of_the_transforms() throws Exception {
        List<ResultTable> tables = List.of(
                Sessions.TABLE,
                DailyStatistics.TABLE,
                Indicators.TABLE,
                DailyIndicators.TABLE,
                Movers.TABLE,
                Correlations.TABLE);
        try (ServedDatabase database = ServedDatabase.start()) {
            for (ResultTable table : tables) {
                List<String> expected = new ArrayList<>();
                for (StructField field : table.schema().fields()) {
                    expected.add(field.name() + "|"
                            + SQL_TYPES.get(field.dataType().simpleString()) + "|" + (field.nullable() ? "YES" : "NO"));
                }
                expected.add("run_id|bigint|NO");
                assertThat(columns(database, "batch", table.name())).isEqualTo(expected);
                assertThat(columns(database, "serving", table.name()).stream().map(PriceTablesIT::name))
                        .containsExactly(table.schema().fieldNames());
                assertThat(database.rows(
                                "SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY"
                                        + " k(number, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number"
                                        + " WHERE i.indisprimary AND i.indrelid = 'batch." + table.name()
                                        + "'::regclass ORDER BY k.place"))
                        .isEqualTo(table.key());
                assertThat(database.rows("SELECT scope FROM batch.datasets WHERE name = '" + table.name() + "'"))
                        .containsExactly(table.scope().label());
            }
        }
    }

    private static List<String> columns(ServedDatabase database, String schema, String table) throws Exception {
        return database.rows(
                "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = '"
                        + schema + "' AND table_name = '" + table + "' ORDER BY ordinal_position");
    }

    private static String name(String column) {
        return Stream.of(column.split("\\|", -1)).findFirst().orElseThrow();
    }
}
