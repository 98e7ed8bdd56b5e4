package io.tidemark.dashboard.widget;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures in rows and columns, to be shown as a table or taken away as a file.
 *
 * @param name of the file, without its ending
 * @param rows as many cells as there are columns: text, numbers, dates and instants; null is what there is none of
 */
public record Sheet(String name, List<Column> columns, List<List<@Nullable Object>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** How the cells of a column are told. */
    public enum Kind {
        TEXT,
        /** A number as it is, with thousands apart and no more digits than it needs. */
        NUMBER,
        /** A fraction, told in percent. */
        SHARE,
        /** The same with its sign. */
        CHANGE,
        /** A fraction from -1 to 1, or a ratio, with three decimals. */
        RATIO,
        DATE,
        MOMENT
    }

    /** A column; its heading is the text {@code column.<key>}, in files it is the key. */
    public record Column(String key, Kind kind) {}

    /** A row of these cells. */
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
