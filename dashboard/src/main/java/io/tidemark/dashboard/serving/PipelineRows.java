package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.pipeline.Agreement;
import io.tidemark.dashboard.pipeline.Conservation;
import io.tidemark.dashboard.pipeline.DateDetail.DeadLetters;
import io.tidemark.dashboard.pipeline.DateDetail.OfHour;
import io.tidemark.dashboard.pipeline.DateDetail.OfSymbol;
import io.tidemark.dashboard.pipeline.DateDetail.Quality;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.Hop;
import io.tidemark.dashboard.pipeline.LedgerRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Rows of schema serving about the pipeline as values. */
final class PipelineRows {

    private PipelineRows() {}

    static Hop hop(ResultSet row) throws SQLException {
        return new Hop(
                Hop.Kind.valueOf(Columns.text(row, "hop").toUpperCase(Locale.ROOT)),
                Columns.instantOrNull(row, "event_at"),
                Columns.instantOrNull(row, "reached_at"),
                row.getObject("events", Long.class),
                Columns.figureOrNull(row, "seconds"));
    }

    static LedgerRun run(ResultSet row) throws SQLException {
        return new LedgerRun(
                ServingRows.run(row), row.getObject("files", Long.class), row.getObject("bytes_read", Long.class));
    }

    static DateHealth health(ResultSet row) throws SQLException {
        return new DateHealth(
                Columns.date(row, "dt"),
                Columns.instant(row, "covered_until"),
                rows(row),
                row.getObject("equal") == null ? null : agreement(row),
                row.getString("verdict"),
                row.getString("reasons"),
                row.getObject("quarantined", Long.class));
    }

    private static Conservation rows(ResultSet row) throws SQLException {
        return new Conservation(
                row.getLong("landed"), row.getLong("counted"), row.getLong("price_updates"), row.getLong("excluded"));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getLong("equal"),
                row.getLong("different"),
                row.getLong("only_batch"),
                row.getLong("only_speed"),
                row.getLong("unseen"),
                Columns.figureOrNull(row, "largest_difference"));
    }

    static OfSymbol ofSymbol(ResultSet row) throws SQLException {
        return new OfSymbol(
                Columns.text(row, "symbol"),
                agreement(row),
                row.getLong("with_late_trades"),
                row.getString("largest_field"));
    }

    static OfHour ofHour(ResultSet row) throws SQLException {
        return new OfHour(row.getInt("hour"), rows(row));
    }

    static Quality quality(ResultSet row) throws SQLException {
        return new Quality(
                Columns.text(row, "symbol"),
                Columns.text(row, "verdict"),
                Columns.text(row, "reasons"),
                row.getLong("rows"),
                Columns.figureOrNull(row, "duplicate_share"),
                Columns.figureOrNull(row, "out_of_order_share"),
                row.getObject("lateness_p50", Long.class),
                row.getObject("lateness_p99", Long.class),
                row.getDouble("gap_seconds"),
                row.getBoolean("conserved"));
    }

    static DeadLetters deadLetters(ResultSet row) throws SQLException {
        return new DeadLetters(Columns.text(row, "reason"), row.getLong("records"));
    }
}
