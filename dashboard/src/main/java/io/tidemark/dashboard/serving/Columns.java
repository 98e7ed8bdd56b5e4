package io.tidemark.dashboard.serving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns of a row as values, by name. */
final class Columns {

    private Columns() {}

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of(
                (String[]) Objects.requireNonNull(row.getArray(column), column).getArray());
    }

    /** An array of figures; empty for null. */
    static List<Double> figures(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((Double[]) array.getArray());
    }

    static @Nullable Double figureOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
