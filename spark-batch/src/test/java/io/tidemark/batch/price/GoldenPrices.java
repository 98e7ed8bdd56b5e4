package io.tidemark.batch.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.RecordedDay;
import io.tidemark.batch.table.ResultTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** The golden files of src/test/golden/price: values that generate.py has computed, and the comparison with them. */
final class GoldenPrices {
    private static final Path DIRECTORY = Path.of("src/test/golden/price");
    private static final double TOLERANCE = 1e-9;
    /**
     * Differences of prices (MACD, deviations, bands' distances) lose the digits that the prices share: of a price p they are
     * right to about p * 2^-52 for each operation, whatever is left of them.
     */
    private static final double PRICE_DIGITS = 1e-13;

    private GoldenPrices() {}

    /** A file's lines as cells, without the header. */
    static List<String[]> read(String name) throws IOException {
        return cells(DIRECTORY.resolve(name + ".csv.gz"));
    }

    static List<String[]> cells(Path file) throws IOException {
        try (BufferedReader reader = RecordedDay.open(file)) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    /** Asserts that a table has every row of a file with the same values to 1e-9; returns the number of rows of the file. */
    static int assertEqual(ResultTable table, Dataset<Row> actual, String file) throws IOException {
        Map<String, Row> rows = byKey(table, actual);
        List<String[]> expected = read(file);
        var softly = new SoftAssertions();
        for (String[] cells : expected) {
            String key = key(table, cells);
            Row row = rows.get(key);
            softly.assertThat(row).as(key).isNotNull();
            if (row != null) {
                compare(softly, table, row, cells);
            }
        }
        softly.assertAll();
        return expected.size();
    }

    /** Rows by their key as text; asserts that no key comes twice. */
    static Map<String, Row> byKey(ResultTable table, Dataset<Row> actual) {
        Map<String, Row> rows = new TreeMap<>();
        for (Row row : actual.collectAsList()) {
            assertThat(rows.put(key(table, texts(row)), row)).isNull();
        }
        return rows;
    }

    private static void compare(SoftAssertions softly, ResultTable table, Row row, String[] cells) {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String column = table.schema().fieldNames()[i];
            String where = key(table, cells) + " " + column;
            if (!table.schema().apply(i).dataType().equals(DataTypes.DoubleType)) {
                softly.assertThat(text(row.get(i))).as(where).isEqualTo(cells[i]);
            } else if (cells[i].isEmpty()) {
                softly.assertThat(row.get(i)).as(where).isNull();
            } else {
                double expected = Double.parseDouble(cells[i]);
                values.put(column, expected);
                Object actual = row.get(i);
                softly.assertThat(actual).as(where).isNotNull();
                if (actual != null) {
                    double allowed =
                            Math.max(TOLERANCE * Math.abs(expected), PRICE_DIGITS * values.getOrDefault("close", 0.0));
                    softly.assertThat(Math.abs((Double) actual - expected))
                            .as(where + " " + actual + " for " + expected)
                            .isLessThanOrEqualTo(allowed);
                }
            }
        }
    }

    private static String key(ResultTable table, String[] cells) {
        List<String> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(cells[table.schema().fieldIndex(column)]);
        }
        return String.join(" ", key);
    }

    private static String[] texts(Row row) {
        var texts = new String[row.length()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(row.get(i));
        }
        return texts;
    }

    /** As generate.py writes it: instants as epoch milliseconds. */
    private static String text(@Nullable Object value) {
        return value instanceof Timestamp instant ? Long.toString(instant.getTime()) : String.valueOf(value);
    }

    /** A cell as a value of a row. */
    static @Nullable Object value(String cell, DataType type) {
        if (cell.isEmpty()) {
            return null;
        }
        if (type.equals(DataTypes.DoubleType)) {
            return Double.valueOf(cell);
        }
        if (type.equals(DataTypes.LongType)) {
            return Long.valueOf(cell);
        }
        return type.equals(DataTypes.DateType) ? java.sql.Date.valueOf(cell) : cell;
    }
}
