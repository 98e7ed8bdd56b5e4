package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.insights.Correlation;
import io.tidemark.dashboard.insights.DayFigures;
import io.tidemark.dashboard.insights.Mover;
import io.tidemark.dashboard.insights.PublishedDate;
import io.tidemark.dashboard.insights.SymbolInsights.ProfileBin;
import io.tidemark.dashboard.insights.SymbolInsights.SizeBin;
import io.tidemark.dashboard.insights.SymbolInsights.SizeDistribution;
import io.tidemark.dashboard.insights.SymbolInsights.ValueArea;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of schema serving with batch results as values. */
final class InsightsRows {

    private InsightsRows() {}

    static PublishedDate date(ResultSet row) throws SQLException {
        return new PublishedDate(
                Columns.date(row, "dt"),
                row.getLong("run_id"),
                Columns.instant(row, "published_at"),
                Columns.instant(row, "covered_until"));
    }

    static Mover mover(ResultSet row) throws SQLException {
        return new Mover(
                Columns.text(row, "list"),
                row.getInt("rank"),
                Columns.text(row, "symbol"),
                row.getDouble("close"),
                Columns.figureOrNull(row, "previous_close"),
                Columns.figureOrNull(row, "return"),
                row.getDouble("volume"),
                Columns.figureOrNull(row, "notional"));
    }

    static DayFigures figures(ResultSet row) throws SQLException {
        return new DayFigures(
                Columns.text(row, "symbol"),
                Columns.text(row, "session"),
                Columns.figureOrNull(row, "close"),
                Columns.figureOrNull(row, "previous_close"),
                Columns.figureOrNull(row, "return"),
                Columns.figureOrNull(row, "vwap"),
                row.getDouble("volume"),
                row.getLong("trades"),
                Columns.figureOrNull(row, "realized_volatility_1m"),
                Columns.figureOrNull(row, "realized_volatility_5m"),
                Columns.figureOrNull(row, "parkinson_volatility"),
                Columns.figureOrNull(row, "max_drawdown"),
                Columns.figureOrNull(row, "atr_14"),
                Columns.figureOrNull(row, "rsi_14"));
    }

    static Correlation correlation(ResultSet row) throws SQLException {
        return new Correlation(
                Columns.text(row, "symbol"),
                Columns.text(row, "other"),
                row.getInt("samples"),
                Columns.figureOrNull(row, "correlation"),
                Columns.figureOrNull(row, "beta"));
    }

    static ProfileBin profileBin(ResultSet row) throws SQLException {
        return new ProfileBin(
                row.getDouble("price"),
                row.getDouble("volume"),
                row.getLong("trades"),
                row.getBoolean("point_of_control"),
                row.getBoolean("in_value_area"));
    }

    static ValueArea valueArea(ResultSet row) throws SQLException {
        return new ValueArea(
                row.getDouble("step"),
                row.getDouble("point_of_control"),
                row.getDouble("value_area_low"),
                row.getDouble("value_area_high"),
                row.getDouble("volume"));
    }

    static SizeBin sizeBin(ResultSet row) throws SQLException {
        return new SizeBin(row.getDouble("size"), row.getLong("trades"), row.getDouble("volume"));
    }

    static SizeDistribution distribution(ResultSet row) throws SQLException {
        return new SizeDistribution(
                row.getLong("trades"),
                row.getDouble("volume"),
                row.getObject("odd_lots", Long.class),
                Columns.figureOrNull(row, "odd_lot_share"),
                row.getDouble("mean_size"),
                Columns.figures(row, "deciles"),
                row.getDouble("max_size"));
    }
}
