package io.tidemark.batch.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180, UTF-8, a header line, {@code \n} at each row's end). Null is an empty field, instants and dates are
 * in ISO 8601, whole numbers carry no decimals.
 */
final class CsvRowFile implements RowFile {
    private static final double EXACT_LIMIT = 1L << 53;

    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder(256);

    CsvRowFile(Path file, StructType schema) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(String.join(",", schema.fieldNames()) + "\n");
    }

    @Override
    public void add(Row row) throws IOException {
        line.setLength(0);
        for (int column = 0; column < row.length(); column++) {
            if (column > 0) {
                line.append(',');
            }
            append(row.get(column));
        }
        out.append(line.append('\n'));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void append(@Nullable Object value) {
        if (value == null || (value instanceof Double number && Double.isNaN(number))) {
            return;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT_LIMIT) {
            line.append(number.longValue());
        } else if (value instanceof Timestamp instant) {
            line.append(instant.toInstant());
        } else if (value instanceof Date date) {
            line.append(date.toLocalDate());
        } else if (value instanceof String text) {
            line.append(quoted(text));
        } else {
            line.append(value);
        }
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
