package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarRequest;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.market.LiveState;
import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.market.ServingSession;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** The queries. Columns are named one by one, so that a view may grow without disturbing the page. */
final class JdbcServingSession implements ServingSession {
    private static final String QUOTES = """
            SELECT symbol, last, last_time, change, change_percent, volume, sparkline
            FROM serving.watchlist
            ORDER BY symbol""";
    private static final String COVERAGE = """
            SELECT count(*) AS dates, min(dt) AS first_date, max(dt) AS last_date,
                   (array_agg(covered_until ORDER BY dt DESC))[1] AS covered_until,
                   max(published_at) AS published_at, sum(rows_read) AS trades
            FROM serving.coverage
            HAVING count(*) > 0""";
    private static final String RUNS = """
            SELECT run_id, dt, state, started_at, finished_at, rows_read, rows_counted,
                   price_updates + rows_excluded AS rows_kept_out, bars, message
            FROM serving.runs
            ORDER BY run_id DESC
            LIMIT 12""";
    private static final String LIVE_PRICES = """
            SELECT symbol, price, trade_time, session, change, change_percent, updated_at
            FROM serving.last_price
            ORDER BY symbol""";
    /** More than a chart of minutes can show, and few rows. */
    private static final String GAPS = """
            SELECT feed, started_at, ended_at, symbols, reason
            FROM (SELECT feed, started_at, ended_at, symbols, reason
                  FROM serving.feed_gaps ORDER BY started_at DESC LIMIT 300) latest
            ORDER BY started_at, feed""";

    private static final String BARS = """
            SELECT wanted.place, b.bucket, b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades,
                   b.eligible_trades, b.late_trades, b.first_trade_time, b.last_trade_time, b.layer
            FROM unnest(?::text[], ?::text[], ?::timestamptz[]) WITH ORDINALITY
                     AS wanted (symbol, bar_interval, start, place)
            CROSS JOIN LATERAL serving.bars(wanted.symbol, wanted.bar_interval, wanted.start, NULL) b
            ORDER BY wanted.place, b.bucket""";

    private final JdbcTemplate database;

    JdbcServingSession(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public Overview overview() {
        List<Quote> quotes = database.query(QUOTES, (row, n) -> ServingRows.quote(row));
        List<BatchRun> runs = database.query(RUNS, (row, n) -> ServingRows.run(row));
        List<FeedGap> gaps = database.query(GAPS, (row, n) -> ServingRows.gap(row));
        return new Overview(quotes, coverage(), runs, gaps);
    }

    @Override
    public LiveState live() {
        return new LiveState(coverage(), database.query(LIVE_PRICES, (row, n) -> ServingRows.livePrice(row)));
    }

    private @Nullable BatchCoverage coverage() {
        return DataAccessUtils.singleResult(database.query(COVERAGE, (row, n) -> ServingRows.coverage(row)));
    }

    @Override
    public Map<SeriesKey, List<Bar>> bars(Collection<BarRequest> requests) {
        List<BarRequest> wanted = List.copyOf(requests);
        Map<SeriesKey, List<Bar>> bars = new LinkedHashMap<>();
        wanted.forEach(request -> bars.put(request.key(), new ArrayList<>()));
        ResultSetExtractor<Map<SeriesKey, List<Bar>>> byPlace = rows -> {
            while (rows.next()) {
                SeriesKey key = wanted.get(rows.getInt("place") - 1).key();
                bars.computeIfAbsent(key, any -> new ArrayList<>()).add(ServingRows.bar(rows));
            }
            return bars;
        };
        database.query(BARS, statement -> bind(statement, wanted), byPlace);
        return bars;
    }

    private static void bind(PreparedStatement statement, List<BarRequest> wanted) throws SQLException {
        var connection = statement.getConnection();
        Object[] symbols =
                wanted.stream().map(request -> request.key().symbol()).toArray();
        Object[] intervals =
                wanted.stream().map(request -> request.key().interval().code()).toArray();
        Object[] starts =
                wanted.stream().map(request -> Timestamp.from(request.from())).toArray();
        statement.setArray(1, connection.createArrayOf("text", symbols));
        statement.setArray(2, connection.createArrayOf("text", intervals));
        statement.setArray(3, connection.createArrayOf("timestamptz", starts));
    }
}
