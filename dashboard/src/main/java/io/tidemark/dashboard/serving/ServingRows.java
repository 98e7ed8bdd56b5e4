package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.market.LivePrice;
import io.tidemark.dashboard.market.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Rows of schema serving as values. */
final class ServingRows {

    private ServingRows() {}

    static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                Columns.text(row, "symbol"),
                Columns.figureOrNull(row, "last"),
                Columns.instantOrNull(row, "last_time"),
                Columns.figureOrNull(row, "change"),
                Columns.figureOrNull(row, "change_percent"),
                row.getDouble("volume"),
                Columns.figures(row, "sparkline"),
                null);
    }

    static LivePrice livePrice(ResultSet row) throws SQLException {
        return new LivePrice(
                Columns.text(row, "symbol"),
                row.getDouble("price"),
                Columns.instant(row, "trade_time"),
                Columns.date(row, "session"),
                Columns.figureOrNull(row, "change"),
                Columns.figureOrNull(row, "change_percent"),
                Columns.instant(row, "updated_at"));
    }

    static FeedGap gap(ResultSet row) throws SQLException {
        return new FeedGap(
                Columns.text(row, "feed"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                Set.copyOf(Columns.texts(row, "symbols")),
                Columns.text(row, "reason"));
    }

    static BatchCoverage coverage(ResultSet row) throws SQLException {
        return new BatchCoverage(
                row.getInt("dates"),
                Columns.date(row, "first_date"),
                Columns.date(row, "last_date"),
                Columns.instant(row, "covered_until"),
                Columns.instant(row, "published_at"),
                row.getLong("trades"));
    }

    static BatchRun run(ResultSet row) throws SQLException {
        return new BatchRun(
                row.getLong("run_id"),
                Columns.date(row, "dt"),
                BatchRun.State.valueOf(Columns.text(row, "state").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"),
                row.getObject("rows_read", Long.class),
                row.getObject("rows_counted", Long.class),
                row.getObject("rows_kept_out", Long.class),
                row.getObject("bars", Long.class),
                row.getString("message"));
    }

    static Bar bar(ResultSet row) throws SQLException {
        return new Bar(
                Columns.instant(row, "bucket"),
                Columns.figureOrNull(row, "open"),
                Columns.figureOrNull(row, "high"),
                Columns.figureOrNull(row, "low"),
                Columns.figureOrNull(row, "close"),
                row.getDouble("volume"),
                Columns.figureOrNull(row, "vwap"),
                row.getLong("trades"),
                row.getLong("eligible_trades"),
                row.getLong("late_trades"),
                Columns.instant(row, "first_trade_time"),
                Columns.instant(row, "last_trade_time"),
                BarLayer.of(Columns.text(row, "layer")));
    }
}
