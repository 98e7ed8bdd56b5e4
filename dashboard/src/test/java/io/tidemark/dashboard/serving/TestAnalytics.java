package io.tidemark.dashboard.serving;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Results of the batch beside its bars, worked out from the bars that are published: in the form of the real ones, but by
 * shorter formulas, since nothing here is about the formulas. A publication of the date takes them away again.
 */
public final class TestAnalytics {
    private static final String STATISTICS = """
            INSERT INTO batch.daily_statistics (dt, symbol, session, open, high, low, close, volume, vwap, trades, minutes,
                realized_volatility_1m, realized_volatility_5m, parkinson_volatility, max_drawdown, run_id)
            SELECT d.dt, b.symbol, 'all', b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades, m.minutes, m.rv,
                   f.rv, ln(b.high / b.low) / (2 * sqrt(ln(2))), m.drawdown, d.run_id
            FROM batch.coverage d
            JOIN batch.bars b ON b.interval = '1d' AND (b.bucket AT TIME ZONE 'UTC')::date = d.dt
            JOIN LATERAL (
                SELECT count(*) AS minutes, sqrt(sum(r * r)) AS rv, max(1 - close / peak) AS drawdown
                FROM (SELECT i.close, max(i.close) OVER w AS peak, ln(i.close / lag(i.close) OVER w) AS r
                      FROM batch.bars i
                      WHERE i.interval = '1m' AND i.symbol = b.symbol AND (i.bucket AT TIME ZONE 'UTC')::date = d.dt
                      WINDOW w AS (ORDER BY i.bucket)) steps) m ON true
            JOIN LATERAL (
                SELECT sqrt(sum(r * r)) AS rv
                FROM (SELECT ln(i.close / lag(i.close) OVER (ORDER BY i.bucket)) AS r
                      FROM batch.bars i
                      WHERE i.interval = '5m' AND i.symbol = b.symbol AND (i.bucket AT TIME ZONE 'UTC')::date = d.dt)
                     steps) f ON true
            WHERE d.dt = ? AND b.close IS NOT NULL""";
    private static final String INDICATORS = """
            INSERT INTO batch.daily_indicators (dt, symbol, session, close, previous_close, return, days, run_id)
            SELECT s.dt, s.symbol, 'all', s.close, p.close, s.close / p.close - 1, 1, s.run_id
            FROM batch.daily_statistics s
            LEFT JOIN LATERAL (SELECT e.close FROM batch.daily_statistics e
                               WHERE e.symbol = s.symbol AND e.dt < s.dt ORDER BY e.dt DESC LIMIT 1) p ON true
            WHERE s.dt = ?""";
    private static final String MOVERS = """
            INSERT INTO batch.movers (dt, list, rank, symbol, close, previous_close, return, volume, notional, run_id)
            SELECT i.dt, l.list, row_number() OVER (PARTITION BY l.list ORDER BY l.place DESC, i.symbol), i.symbol,
                   i.close, i.previous_close, i.return, s.volume, s.vwap * s.volume, i.run_id
            FROM batch.daily_indicators i
            JOIN batch.daily_statistics s ON s.dt = i.dt AND s.symbol = i.symbol
            CROSS JOIN LATERAL (VALUES ('gainers', i.return), ('losers', -i.return), ('active', s.vwap * s.volume))
                AS l (list, place)
            WHERE i.dt = ? AND l.place > 0""";
    private static final String CORRELATIONS = """
            INSERT INTO batch.correlations (dt, symbol, other, samples, correlation, beta, run_id)
            WITH returns AS (
                SELECT b.symbol, b.bucket, ln(b.close / lag(b.close) OVER (PARTITION BY b.symbol ORDER BY b.bucket)) AS r
                FROM batch.bars b
                WHERE b.interval = '5m' AND (b.bucket AT TIME ZONE 'UTC')::date = ?)
            SELECT d.dt, x.symbol, y.symbol, count(x.r + y.r), corr(x.r, y.r), regr_slope(x.r, y.r), d.run_id
            FROM returns x
            JOIN returns y ON y.bucket = x.bucket AND y.symbol <> x.symbol
            JOIN batch.coverage d ON d.dt = ?
            GROUP BY d.dt, x.symbol, y.symbol, d.run_id""";
    private static final String PROFILE = """
            INSERT INTO batch.volume_profile (dt, symbol, price, step, volume, trades, point_of_control, in_value_area,
                run_id)
            SELECT dt, symbol, price, step, volume, trades, place = 1, sum(volume) OVER ranks - volume < 0.7 * whole,
                   run_id
            FROM (SELECT d.dt, b.symbol, floor(b.close / s.step) * s.step AS price, s.step, sum(b.volume) AS volume,
                         sum(b.trades) AS trades, sum(sum(b.volume)) OVER (PARTITION BY b.symbol) AS whole, d.run_id,
                         row_number() OVER (PARTITION BY b.symbol ORDER BY sum(b.volume) DESC, min(b.close)) AS place
                  FROM batch.coverage d
                  JOIN batch.bars b ON b.interval = '1m' AND (b.bucket AT TIME ZONE 'UTC')::date = d.dt
                  JOIN LATERAL (SELECT power(10, floor(log(i.high)) - 3) AS step FROM batch.daily_statistics i
                                WHERE i.dt = d.dt AND i.symbol = b.symbol) s ON true
                  WHERE d.dt = ?
                  GROUP BY d.dt, b.symbol, floor(b.close / s.step), s.step, d.run_id) bins
            WINDOW ranks AS (PARTITION BY symbol ORDER BY place)""";
    private static final String AREAS = """
            INSERT INTO batch.value_areas (dt, symbol, step, point_of_control, value_area_low, value_area_high, volume,
                run_id)
            SELECT dt, symbol, step, max(price) FILTER (WHERE point_of_control), min(price) FILTER (WHERE in_value_area),
                   max(price) FILTER (WHERE in_value_area), sum(volume), run_id
            FROM batch.volume_profile
            WHERE dt = ?
            GROUP BY dt, symbol, step, run_id""";
    private static final String SIZES = """
            INSERT INTO batch.size_histogram (dt, symbol, size, trades, volume, run_id)
            SELECT s.dt, s.symbol, z.size, z.trades, z.size * z.trades, s.run_id
            FROM batch.daily_statistics s
            CROSS JOIN LATERAL (
                SELECT n AS size, CASE WHEN n % 100 = 0 THEN 90000 / n ELSE 900 / n + 1 END AS trades
                FROM (SELECT generate_series(1, 99, 7) UNION SELECT generate_series(100, 1000, 100)) sizes (n)) z
            WHERE s.dt = ?""";
    private static final String DISTRIBUTION = """
            INSERT INTO batch.size_distribution (dt, symbol, trades, volume, odd_lots, odd_lot_share,
                odd_lot_volume_share, mean_size, d10, d20, d30, d40, d50, d60, d70, d80, d90, max_size, run_id)
            SELECT dt, symbol, sum(trades), sum(volume), CASE WHEN shares THEN o END,
                   CASE WHEN shares THEN o / sum(trades) END, CASE WHEN shares THEN 0.12 END, sum(volume) / sum(trades),
                   8, 22, 50, 100, 100, 100, 200, 300, 500, max(size), run_id
            FROM (SELECT h.*, h.symbol NOT LIKE '%:%' AS shares,
                         sum(h.trades) FILTER (WHERE h.size < 100) OVER (PARTITION BY h.symbol) AS o
                  FROM batch.size_histogram h WHERE h.dt = ?) sizes
            GROUP BY dt, symbol, shares, o, run_id""";

    private static final String QUALITY = """
            INSERT INTO batch.data_quality (dt, symbol, rows, trades, price_updates, excluded, counted, suspected_duplicates,
                duplicate_share, out_of_order, out_of_order_share, lateness_p50, lateness_p90, lateness_p99, lateness_max,
                from_the_future, session_minutes, silent_minutes, gaps, gap_seconds, silent_minutes_outside_gaps, conserved,
                verdict, reasons, run_id)
            SELECT dt, symbol, trades, trades, 0, 0, trades, n, n / 300.0, 2 * n, n / 50.0, 40 + n, 90 + n, 900 + n, 2000, 0,
                   390, n, 0, 0, 0, true, CASE n WHEN 3 THEN 'suspect' ELSE 'good' END,
                   CASE n WHEN 3 THEN 'duplicates 1 % above 0.5 %' ELSE '' END, run_id
            FROM (SELECT s.*, row_number() OVER (ORDER BY symbol) AS n FROM batch.daily_statistics s WHERE s.dt = ?) days""";
    private static final String QUALITY_DATE = """
            INSERT INTO batch.quality_dates (dt, rows, landed, quarantined, counted, price_updates, excluded, symbols,
                bad_symbols, suspect_symbols, gap_seconds, conserved, verdict, reasons, run_id)
            SELECT dt, sum(rows), sum(rows), 4, sum(counted), 0, 0, count(*), 0, count(*) FILTER (WHERE verdict = 'suspect'),
                   0, true, 'good', '', run_id
            FROM batch.data_quality WHERE dt = ? GROUP BY dt, run_id""";
    private static final String QUARANTINE = """
            INSERT INTO batch.quality_quarantine (dt, reason, records, run_id)
            SELECT dt, r.reason, r.records, run_id
            FROM batch.coverage CROSS JOIN (VALUES ('not JSON', 3), ('price is missing', 1)) r (reason, records)
            WHERE dt = ?""";

    private final JdbcTemplate owner;

    TestAnalytics(DataSource owner) {
        this.owner = new JdbcTemplate(owner);
    }

    /** Works out everything of a published date; dates in their order, because returns look back. */
    public void derive(LocalDate date) {
        Date day = Date.valueOf(date);
        for (String sql : List.of(STATISTICS, INDICATORS, MOVERS)) {
            owner.update(sql, day);
        }
        owner.update(CORRELATIONS, day, day);
        for (String sql : List.of(PROFILE, AREAS, SIZES, DISTRIBUTION, QUALITY, QUALITY_DATE, QUARANTINE)) {
            owner.update(sql, day);
        }
    }
}
