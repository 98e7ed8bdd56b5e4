package io.tidemark.dashboard.widget;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sheets as CSV by RFC 4180, with numbers in full and instants in UTC. */
public final class Csv {
    /** Spreadsheets take text that begins so for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        line(text, sheet.columns().stream().map(Sheet.Column::key).toList());
        sheet.rows().forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell.toString();
        if (cell instanceof CharSequence && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
