package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.market.LivePrice;
import io.tidemark.dashboard.market.Quote;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of schema serving as values. */
final class ServingRows {

    private ServingRows() {}

    static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                text(row, "symbol"),
                price(row, "last"),
                instantOrNull(row, "last_time"),
                price(row, "change"),
                price(row, "change_percent"),
                row.getDouble("volume"),
                closes(row.getArray("sparkline")),
                null);
    }

    static LivePrice livePrice(ResultSet row) throws SQLException {
        return new LivePrice(
                text(row, "symbol"),
                row.getDouble("price"),
                instant(row, "trade_time"),
                date(row, "session"),
                price(row, "change"),
                price(row, "change_percent"),
                instant(row, "updated_at"));
    }

    static FeedGap gap(ResultSet row) throws SQLException {
        return new FeedGap(
                text(row, "feed"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                Set.copyOf(texts(row, "symbols")),
                text(row, "reason"));
    }

    static BatchCoverage coverage(ResultSet row) throws SQLException {
        return new BatchCoverage(
                row.getInt("dates"),
                date(row, "first_date"),
                date(row, "last_date"),
                instant(row, "covered_until"),
                instant(row, "published_at"),
                row.getLong("trades"));
    }

    static BatchRun run(ResultSet row) throws SQLException {
        return new BatchRun(
                row.getLong("run_id"),
                date(row, "dt"),
                BatchRun.State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                instant(row, "started_at"),
                instantOrNull(row, "finished_at"),
                row.getObject("rows_read", Long.class),
                row.getObject("rows_counted", Long.class),
                row.getObject("rows_kept_out", Long.class),
                row.getObject("bars", Long.class),
                row.getString("message"));
    }

    static Bar bar(ResultSet row) throws SQLException {
        return new Bar(
                instant(row, "bucket"),
                price(row, "open"),
                price(row, "high"),
                price(row, "low"),
                price(row, "close"),
                row.getDouble("volume"),
                price(row, "vwap"),
                row.getLong("trades"),
                row.getLong("eligible_trades"),
                row.getLong("late_trades"),
                instant(row, "first_trade_time"),
                instant(row, "last_trade_time"),
                BarLayer.of(text(row, "layer")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Double price(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of(
                (String[]) Objects.requireNonNull(row.getArray(column), column).getArray());
    }

    private static List<Double> closes(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Double[]) array.getArray());
    }
}
