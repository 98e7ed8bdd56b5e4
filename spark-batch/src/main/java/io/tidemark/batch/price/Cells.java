package io.tidemark.batch.price;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Doubles in rows: what is not defined is null there and NaN in formulas. */
final class Cells {
    private Cells() {}

    /** A row's double, NaN when it is null. */
    static double read(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    /** A value for a row: null when it is not finite. */
    static @Nullable Double value(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
