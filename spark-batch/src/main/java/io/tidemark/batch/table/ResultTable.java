package io.tidemark.batch.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of results. It is the table {@code batch.<name>} of the database (with the same columns in the same order, and
 * {@code run_id} after them) and the dataset {@code <name>/dt=<date>/} of the result directory.
 *
 * @param name the same everywhere, for example {@code daily_statistics}
 * @param scope what its rows are a function of
 * @param schema its columns, the date {@code dt} first
 * @param key the columns that tell one row from another; rows are published in their order
 */
public record ResultTable(String name, Scope scope, StructType schema, List<String> key) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The column that every table begins with: the UTC date. */
    public static final String DATE = "dt";

    public ResultTable {
        key = List.copyOf(key);
        List<String> columns = Arrays.asList(schema.fieldNames());
        if (columns.isEmpty()
                || !columns.get(0).equals(DATE)
                || !schema.apply(DATE).dataType().equals(DataTypes.DateType)) {
            throw new IllegalArgumentException(name + " does not begin with a date column " + DATE);
        }
        if (key.isEmpty() || !key.get(0).equals(DATE) || !columns.containsAll(key)) {
            throw new IllegalArgumentException(name + ": its key " + key + " does not begin with " + DATE
                    + " or names a column that is not there");
        }
    }
}
