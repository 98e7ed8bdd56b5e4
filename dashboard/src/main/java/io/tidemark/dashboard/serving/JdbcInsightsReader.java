package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.insights.Correlation;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.DayFigures;
import io.tidemark.dashboard.insights.InsightsReader;
import io.tidemark.dashboard.insights.Mover;
import io.tidemark.dashboard.insights.PublishedDate;
import io.tidemark.dashboard.insights.SymbolDay;
import io.tidemark.dashboard.insights.SymbolInsights;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads batch results with SQL, each look in one read-only transaction that sees one instant of the database. */
public final class JdbcInsightsReader implements InsightsReader {
    private static final String DATES =
            "SELECT dt, run_id, published_at, covered_until FROM serving.coverage ORDER BY dt DESC";
    private static final String MOVERS = """
            SELECT list, rank, symbol, close, previous_close, return, volume, notional
            FROM serving.movers
            WHERE dt = ?
            ORDER BY array_position(ARRAY['gainers', 'losers', 'active'], list), rank""";
    /** A day is what serving.daily_indicators takes for one; without a close it is the whole date. */
    private static final String FIGURES = """
            SELECT s.symbol, s.session, s.close, d.previous_close, d.return, s.vwap, s.volume, s.trades,
                   s.realized_volatility_1m, s.realized_volatility_5m, s.parkinson_volatility, s.max_drawdown, d.atr_14,
                   d.rsi_14
            FROM serving.daily_statistics s
            LEFT JOIN serving.daily_indicators d ON d.dt = s.dt AND d.symbol = s.symbol
            WHERE s.dt = ? AND s.session = coalesce(d.session, 'all')
            ORDER BY s.symbol""";

    private static final String CORRELATIONS = """
            SELECT symbol, other, samples, correlation, beta
            FROM serving.correlations
            WHERE dt = ?
            ORDER BY symbol, other""";
    private static final String PROFILE = """
            SELECT price, volume, trades, point_of_control, in_value_area
            FROM serving.volume_profile
            WHERE dt = ? AND symbol = ?
            ORDER BY price""";
    private static final String VALUE_AREA = """
            SELECT step, point_of_control, value_area_low, value_area_high, volume
            FROM serving.value_areas
            WHERE dt = ? AND symbol = ?""";
    private static final String SIZES = """
            SELECT size, trades, volume
            FROM serving.size_histogram
            WHERE dt = ? AND symbol = ?
            ORDER BY size""";
    private static final String DISTRIBUTION = """
            SELECT trades, volume, odd_lots, odd_lot_share, mean_size,
                   ARRAY[d10, d20, d30, d40, d50, d60, d70, d80, d90] AS deciles, max_size
            FROM serving.size_distribution
            WHERE dt = ? AND symbol = ?""";

    private final OneInstant oneInstant;
    private final JdbcTemplate database;

    public JdbcInsightsReader(DataSource database) {
        this.oneInstant = new OneInstant(database);
        this.database = new JdbcTemplate(database);
    }

    @Override
    public <T> T readAtOnce(Function<Session, T> reading) {
        return oneInstant.read(() -> reading.apply(new Looking()));
    }

    private final class Looking implements Session {
        @Override
        public List<PublishedDate> dates() {
            return database.query(DATES, (row, n) -> InsightsRows.date(row));
        }

        @Override
        public DateInsights of(LocalDate date) {
            List<Mover> movers = database.query(MOVERS, (row, n) -> InsightsRows.mover(row), date);
            List<DayFigures> figures = database.query(FIGURES, (row, n) -> InsightsRows.figures(row), date);
            List<Correlation> correlations =
                    database.query(CORRELATIONS, (row, n) -> InsightsRows.correlation(row), date);
            return new DateInsights(movers, figures, correlations);
        }

        @Override
        public SymbolInsights of(SymbolDay day) {
            Object[] key = {day.date(), day.symbol()};
            return new SymbolInsights(
                    database.query(PROFILE, (row, n) -> InsightsRows.profileBin(row), key),
                    DataAccessUtils.singleResult(
                            database.query(VALUE_AREA, (row, n) -> InsightsRows.valueArea(row), key)),
                    database.query(SIZES, (row, n) -> InsightsRows.sizeBin(row), key),
                    DataAccessUtils.singleResult(
                            database.query(DISTRIBUTION, (row, n) -> InsightsRows.distribution(row), key)));
        }
    }
}
