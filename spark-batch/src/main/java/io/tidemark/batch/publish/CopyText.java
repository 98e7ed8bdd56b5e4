package io.tidemark.batch.publish;

import java.sql.Date;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** Values in the text format of PostgreSQL's COPY. */
final class CopyText {
    private static final String NULL = "\\N";

    private CopyText() {}

    /** Appends a value of a row; null and NaN, which no result holds, become null. */
    static void append(StringBuilder row, @Nullable Object value) {
        if (value == null || (value instanceof Double number && Double.isNaN(number))) {
            row.append(NULL);
        } else if (value instanceof String text) {
            text(row, text);
        } else if (value instanceof Timestamp instant) {
            row.append(instant.toInstant());
        } else if (value instanceof Date date) {
            row.append(date.toLocalDate());
        } else {
            // Numbers, booleans, java.time's dates and instants: their own text is PostgreSQL's, too.
            row.append(value);
        }
    }

    /** A backslash begins an escape there, and tabs and line ends separate fields and rows. */
    private static void text(StringBuilder row, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\0' -> row.append('\uFFFD');
                default -> row.append(character);
            }
        }
    }
}
