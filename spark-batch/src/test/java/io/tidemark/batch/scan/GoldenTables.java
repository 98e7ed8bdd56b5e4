package io.tidemark.batch.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.CsvTable;
import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** Compares result tables with golden files. */
final class GoldenTables {
    private static final double ONE_IN_A_BILLION = 1e-9;

    private GoldenTables() {}

    static void assertEqual(Dataset<Row> rows, ResultTable table, Path directory) throws IOException {
        assertThat(rows.schema().fieldNames()).isEqualTo(table.schema().fieldNames());
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        List<Row> found = rows.sort(key).collectAsList();
        List<Map<String, String>> expected = CsvTable.read(directory.resolve(table.name() + ".csv"));
        assertThat(found).as(table.name()).hasSameSizeAs(expected);
        // The generator's order is the key's, which a sort by numbers and by their text share only with care.
        expected.sort(Comparator.comparing(row -> row.getOrDefault("symbol", "")));
        for (int i = 0; i < found.size(); i++) {
            for (String column : table.schema().fieldNames()) {
                assertCell(
                        found.get(i).getAs(column),
                        expected.get(i).get(column),
                        table.name() + expected.get(i) + column);
            }
        }
    }

    private static void assertCell(@Nullable Object found, @Nullable String expected, String where) {
        assertThat(expected).as(where).isNotNull();
        if (found instanceof Double number) {
            double value = Double.parseDouble(expected);
            assertThat(number).as(where).isCloseTo(value, Offset.offset(Math.abs(value) * ONE_IN_A_BILLION));
        } else {
            assertThat(found == null ? "" : found.toString()).as(where).isEqualTo(expected);
        }
    }
}
