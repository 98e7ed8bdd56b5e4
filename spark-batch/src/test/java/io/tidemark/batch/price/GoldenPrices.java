package io.tidemark.batch.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.RecordedDay;
import io.tidemark.batch.table.ResultTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** The golden files of src/test/golden/price: values that generate.py has computed, and the comparison with them. */
final class GoldenPrices {
    private static final Path DIRECTORY = Path.of("src/test/golden/price");
    private static final double TOLERANCE = 1e-9;
    /**
     * Where a difference of prices (MACD's histogram, a deviation) is all but nothing, it has lost the digits that the prices
     * share, and is right to a few hundred units in the last place of the price.
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

    /** Asserts that a table has the rows of a file and no other, with the same values to 1e-9. */
    static void assertEqual(ResultTable table, Dataset<Row> actual, String file) throws IOException {
        Map<String, Row> rows = byKey(table, actual);
        List<String[]> expected = read(file);
        assertValues(table, rows, expected, 0);
        assertThat(rows).hasSameSizeAs(expected);
    }

    /** Asserts that a table has the rows of a file, which is a sample, with the same values to 1e-9. */
    static void assertContains(ResultTable table, Map<String, Row> actual, String file) throws IOException {
        assertValues(table, actual, read(file), 0);
    }

    /** The same, where values also may differ by so many units in the last place of the close. */
    static void assertContainsToPriceDigits(ResultTable table, Map<String, Row> actual, String file)
            throws IOException {
        assertValues(table, actual, read(file), PRICE_DIGITS);
    }

    private static void assertValues(
            ResultTable table, Map<String, Row> rows, List<String[]> expected, double ofPrice) {
        assertThat(expected).isNotEmpty();
        List<String> differences = new ArrayList<>();
        for (String[] cells : expected) {
            String key = key(table, cells);
            Row row = rows.get(key);
            if (row == null) {
                differences.add(key + " is missing");
            } else {
                differences.addAll(differences(table, row, cells, ofPrice));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Rows by their key as text; asserts that no key comes twice. */
    static Map<String, Row> byKey(ResultTable table, Dataset<Row> actual) {
        Map<String, Row> rows = new TreeMap<>();
        for (Row row : actual.collectAsList()) {
            assertThat(rows.put(key(table, row), row)).isNull();
        }
        return rows;
    }

    private static List<String> differences(ResultTable table, Row row, String[] cells, double ofPrice) {
        List<String> differences = new ArrayList<>();
        int close = List.of(table.schema().fieldNames()).indexOf("close");
        double allowed = close < 0 || cells[close].isEmpty() ? 0 : ofPrice * Double.parseDouble(cells[close]);
        for (int i = 0; i < cells.length; i++) {
            boolean equal = table.schema().apply(i).dataType().equals(DataTypes.DoubleType)
                    ? isEqual((Double) row.get(i), cells[i], allowed)
                    : text(row.get(i)).equals(cells[i]);
            if (!equal) {
                differences.add(key(table, cells) + ": " + table.schema().fieldNames()[i] + " is " + row.get(i)
                        + " for " + cells[i]);
            }
        }
        return differences;
    }

    private static boolean isEqual(@Nullable Double actual, String cell, double allowed) {
        if (actual == null || cell.isEmpty()) {
            return actual == null && cell.isEmpty();
        }
        double expected = Double.parseDouble(cell);
        return Math.abs(actual - expected) <= Math.max(TOLERANCE * Math.abs(expected), allowed);
    }

    private static String key(ResultTable table, String[] cells) {
        List<String> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(cells[table.schema().fieldIndex(column)]);
        }
        return String.join(" ", key);
    }

    private static String key(ResultTable table, Row row) {
        return table.key().stream().map(column -> text(row.getAs(column))).collect(Collectors.joining(" "));
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
