package io.tidemark.speed.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Sets a statement's parameters one by one, each an array with a value of every row.
 *
 * @param <R> the row
 */
final class ArrayParameters<R> {
    /** Exact, unlike {@code to_timestamp}, whose argument is a fraction. For {@code replaceAll}. */
    static final String EPOCH_MS_TO_TIMESTAMP = "'epoch'::timestamptz + $1 * interval '1 millisecond'";

    private final PreparedStatement statement;
    private final List<R> rows;
    private int parameter;

    ArrayParameters(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    void texts(Function<R, String> column) throws SQLException {
        set("text", rows.stream().map(column).toArray());
    }

    void longs(ToLongFunction<R> column) throws SQLException {
        set("bigint", rows.stream().map(column::applyAsLong).toArray());
    }

    /** NaN becomes null. */
    void doubles(ToDoubleFunction<R> column) throws SQLException {
        var values = new Double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            double value = column.applyAsDouble(rows.get(i));
            if (!Double.isNaN(value)) {
                values[i] = value;
            }
        }
        set("float8", values);
    }

    void booleans(Predicate<R> column) throws SQLException {
        set("boolean", rows.stream().map(column::test).toArray());
    }

    private void set(String type, Object[] values) throws SQLException {
        statement.setArray(++parameter, statement.getConnection().createArrayOf(type, values));
    }
}
