package io.tidemark.dashboard.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.widget.Sheet.Column;
import io.tidemark.dashboard.widget.Sheet.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void headings_are_the_columns_keys_and_lines_end_as_the_standard_says() {
        Sheet sheet = new Sheet(
                "file",
                List.of(new Column("symbol", Kind.TEXT), new Column("return", Kind.CHANGE)),
                List.of(Sheet.row("IBM", 0.1 + 0.2), Sheet.row("SPY", null)));

        assertThat(Csv.of(sheet)).isEqualTo("symbol,return\r\nIBM,0.30000000000000004\r\nSPY,\r\n");
    }

    @Test
    void dates_and_instants_are_told_as_machines_read_them() {
        Sheet sheet = new Sheet(
                "file",
                List.of(new Column("dt", Kind.DATE), new Column("at", Kind.MOMENT)),
                List.of(Sheet.row(LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T14:30:00Z"))));

        assertThat(Csv.of(sheet)).endsWith("2026-11-23,2026-11-23T14:30:00Z\r\n");
    }

    @Test
    void text_that_would_break_the_line_is_quoted() {
        assertThat(cell("a \"b\", c\nd")).isEqualTo("\"a \"\"b\"\", c\nd\"");
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_made_text() {
        assertThat(cell("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(cell(-1.5)).isEqualTo("-1.5");
    }

    private static String cell(Object content) {
        String csv = Csv.of(new Sheet("file", List.of(new Column("symbol", Kind.TEXT)), List.of(Sheet.row(content))));
        return csv.substring("symbol\r\n".length(), csv.length() - 2);
    }
}
