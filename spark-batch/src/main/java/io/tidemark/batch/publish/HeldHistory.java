package io.tidemark.batch.publish;

import io.tidemark.batch.table.ResultTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The published history, which no other run can change until this is closed: what depends on other dates is computed from it
 * and published before it is. The database lets go of it when the connection ends, however it does.
 */
public final class HeldHistory implements AutoCloseable {
    private final Connection connection;

    private HeldHistory(Connection connection) {
        this.connection = connection;
    }

    /** Waits for whoever holds it. */
    public static HeldHistory take(DatabaseAddress database) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT batch.hold_history()");
            return new HeldHistory(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The published rows of a table, but for one date's; in no order. */
    public List<Row> rows(ResultTable table, LocalDate except) throws SQLException {
        StructField[] fields = table.schema().fields();
        String sql = "SELECT " + String.join(", ", table.schema().fieldNames()) + " FROM batch." + table.name()
                + " WHERE dt <> ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, except);
            try (ResultSet found = query.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    @Nullable Object[] values = new @Nullable Object[fields.length];
                    for (int i = 0; i < fields.length; i++) {
                        values[i] = value(found, i + 1, fields[i].dataType());
                    }
                    rows.add(RowFactory.create(values));
                }
                return rows;
            }
        }
    }

    /**
     * Publishes what the run has staged and moves the date's boundary.
     *
     * @param tables what it has staged beside bars and hour counts
     * @return what the database did not manage beside that, the comparison with the speed layer for example, in its words
     * @throws SQLException when the database refuses: the run was superseded, or the stage does not hold what it should
     */
    public List<String> publish(long runId, Instant coveredUntil, RunTotals totals, List<StagedTable> tables)
            throws SQLException {
        try (PreparedStatement call =
                connection.prepareStatement("SELECT batch.publish_run(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
            call.setLong(1, runId);
            call.setLong(2, totals.allBars());
            call.setObject(3, coveredUntil.atOffset(ZoneOffset.UTC));
            call.setLong(4, totals.files());
            call.setLong(5, totals.bytes());
            call.setLong(6, totals.rowsRead());
            call.setLong(7, totals.rowsCounted());
            call.setLong(8, totals.priceUpdates());
            call.setLong(9, totals.rowsExcluded());
            call.setString(10, expectedRows(tables));
            call.execute();
            List<String> warnings = new ArrayList<>();
            for (SQLWarning warning = call.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                warnings.add(String.valueOf(warning.getMessage()));
            }
            return warnings;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Table names are identifiers of ours, so they need no escapes. */
    private static String expectedRows(List<StagedTable> tables) {
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.merge(table.table(), table.rows(), Long::sum));
        List<String> members = new ArrayList<>();
        rows.forEach((table, count) -> members.add('"' + table + "\": " + count));
        return "{" + String.join(", ", members) + "}";
    }

    private static @Nullable Object value(ResultSet row, int column, DataType type) throws SQLException {
        Object value;
        if (type.equals(DataTypes.DateType)) {
            value = row.getDate(column);
        } else if (type.equals(DataTypes.TimestampType)) {
            value = row.getTimestamp(column);
        } else if (type.equals(DataTypes.LongType)) {
            value = row.getLong(column);
        } else if (type.equals(DataTypes.DoubleType)) {
            value = row.getDouble(column);
        } else {
            value = row.getObject(column);
        }
        return row.wasNull() ? null : value;
    }
}
