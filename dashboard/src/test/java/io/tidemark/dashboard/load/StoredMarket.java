package io.tidemark.dashboard.load;

import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A made-up market around the clock: whole dates of one-minute bars and the longer ones made of them, as a publication of
 * each date leaves them, and live minutes where the newest date is not settled. A price is a function of its symbol and
 * its minute alone (waves of a year to an hour, and noise), so that dates can be written in any order and later ones be
 * added.
 */
final class StoredMarket {
    static final int MINUTES_A_DAY = 1440;

    /** The newest date is settled up to so long ago. */
    private static final Duration UNSETTLED = Duration.ofMinutes(30);

    /** Log of a price at minute M since 1970, for the symbol of number n. */
    private static final String LOG_PRICE = """
            (0.3 * sin(M::float8 / 83000 + n) + 0.06 * sin(M::float8 / 7300 + 2 * n) + 0.012 * sin(M::float8 / 410 + 3 * n)
             + 0.003 * sin(M::float8 / 61 + 5 * n) + 0.0005 * hashint8(M * 1000 + n)::float8 / 2147483648)""";

    /** Computed in cents. OFFSET 0 has each figure computed once, not once for each of its uses. */
    private static final String MINUTES =
            """
            SELECT symbol, bucket, open / 100 AS open, high / 100 AS high, low / 100 AS low, close / 100 AS close,
                   40e0 * trades + (draw & 31) AS volume, (open + high + low + close) / 400 AS vwap, trades,
                   trades * 9 / 10 AS eligible_trades
            FROM (SELECT p.*, greatest(p.open, p.close) + floor(p.base * (p.draw & 31) / 800) AS high,
                         least(p.open, p.close) - floor(p.base * (p.draw >> 8 & 31) / 800) AS low
                  FROM (SELECT s.symbol, s.base, t.bucket, hashint8(t.m * 1000 + s.n + 500) AS draw,
                               5 + (hashint8(t.m * 1000 + s.n + 600) & 63) AS trades,
                               floor(100 * s.base * exp(%s) + 0.5) AS open,
                               floor(100 * s.base * exp(%s) + 0.5) AS close
                        FROM (SELECT n, 'S' || CASE WHEN n < 10 THEN '0' ELSE '' END || n AS symbol, 20e0::float8 + 9 * n AS base
                              FROM generate_series(1, ?) n) s,
                             (SELECT b AS bucket, (extract(epoch FROM b) / 60)::bigint AS m
                              FROM generate_series(?::timestamptz, ?::timestamptz - INTERVAL '1 minute',
                                                   INTERVAL '1 minute') b
                              OFFSET 0) t
                        OFFSET 0) p
                  OFFSET 0) q
            """.formatted(LOG_PRICE.replace("M", "(t.m - 1)"), LOG_PRICE.replace("M", "t.m"));

    private static final String LONGER = """
            UNION ALL
            SELECT symbol, '%1$s', date_bin('%2$s', bucket, TIMESTAMPTZ '2000-01-01 00:00Z') AS start,
                   (array_agg(open ORDER BY bucket))[1], max(high), min(low), (array_agg(close ORDER BY bucket DESC))[1],
                   sum(volume), sum(vwap * volume) / sum(volume), sum(trades), sum(eligible_trades), min(bucket),
                   max(bucket) + INTERVAL '59 seconds'
            FROM minutes
            GROUP BY symbol, start
            """;

    private static final String DATE = """
            WITH minutes AS MATERIALIZED (%s),
            bars AS (
                SELECT symbol, '1m' AS interval, bucket, open, high, low, close, volume, vwap, trades, eligible_trades,
                       bucket AS first_trade_time, bucket + INTERVAL '59 seconds' AS last_trade_time
                FROM minutes
                %s %s %s %s)
            INSERT INTO batch.bars
            SELECT symbol, interval, bucket, open, high, low, close, volume, vwap, trades, eligible_trades, 0,
                   first_trade_time, last_trade_time, ?
            FROM bars
            ORDER BY symbol, interval, bucket
            """.formatted(
                    MINUTES,
                    LONGER.formatted("5m", "5 minutes"),
                    LONGER.formatted("15m", "15 minutes"),
                    LONGER.formatted("1h", "1 hour"),
                    LONGER.formatted("1d", "1 day"));

    private final JdbcTemplate owner;
    private final TransactionTemplate transaction;
    private final int symbols;

    StoredMarket(DataSource owner, int symbols) {
        this.owner = new JdbcTemplate(owner);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
        this.symbols = symbols;
    }

    /** The names of so many symbols: S01, S02 and so on. */
    static List<String> names(int symbols) {
        return IntStream.rangeClosed(1, symbols).mapToObj("S%02d"::formatted).toList();
    }

    /** The dates before a date that hold at least so many one-minute bars, oldest first. */
    static List<LocalDate> datesBefore(LocalDate today, long bars, int symbols) {
        long aDay = (long) symbols * MINUTES_A_DAY;
        long dates = (bars + aDay - 1) / aDay;
        return today.minusDays(dates).datesUntil(today).toList();
    }

    /** Dates that are published to their end. */
    List<LocalDate> settledDates() {
        return owner.query(
                "SELECT dt FROM batch.coverage WHERE covered_until >= (dt + 1)::timestamp AT TIME ZONE 'UTC'",
                (row, n) -> row.getDate("dt").toLocalDate());
    }

    /** Symbols of the database; 0 while there is no bar. */
    int storedSymbols() {
        Integer stored = owner.queryForObject("""
                SELECT count(*) FROM batch.bars
                WHERE interval = '1d' AND bucket = (SELECT max(bucket) FROM batch.bars WHERE interval = '1d')""", Integer.class);
        return stored == null ? 0 : stored;
    }

    /** Writes a whole date and its line in the ledger, in one transaction. */
    void settle(LocalDate date) {
        settle(date, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void settle(LocalDate date, Instant until) {
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        transaction.executeWithoutResult(status -> {
            owner.update(
                    "DELETE FROM batch.bars WHERE bucket >= ? AND bucket < ?",
                    at(start),
                    at(start.plus(Duration.ofDays(1))));
            Long run =
                    owner.queryForObject("SELECT batch.start_run(?, 'digest', 'none')", Long.class, Date.valueOf(date));
            int bars = owner.update(DATE, symbols, at(start), at(until), run);
            owner.update("""
                    UPDATE batch.runs
                    SET state = 'published', finished_at = clock_timestamp(), files = 24, bytes_read = 1000 * bars.trades,
                        rows_read = bars.trades, rows_counted = bars.trades, price_updates = 0, rows_excluded = 0, bars = ?,
                        covered_until = ?
                    FROM (SELECT coalesce(sum(trades), 0) AS trades FROM batch.bars
                          WHERE interval = '1d' AND bucket = ?) bars
                    WHERE run_id = ?""", bars, at(until), at(start), run);
            owner.update("""
                    INSERT INTO batch.coverage AS c (dt, covered_until, digest, run_id, published_at)
                    VALUES (?, ?, 'digest', ?, clock_timestamp())
                    ON CONFLICT (dt) DO UPDATE
                    SET covered_until = excluded.covered_until, run_id = excluded.run_id,
                        published_at = excluded.published_at""", Date.valueOf(date), at(until), run);
        });
    }

    /** Writes the newest date: settled up to half an hour ago, live from there up to this minute. */
    void goLive(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Instant start = now.truncatedTo(ChronoUnit.DAYS);
        Instant boundary = minute.minus(UNSETTLED);
        if (boundary.isAfter(start)) {
            settle(now.atZone(ZoneOffset.UTC).toLocalDate(), boundary);
        }
        owner.execute("TRUNCATE speed.bars_1m, speed.last_price");
        // Some of the minutes below the boundary are still there in life, too.
        owner.update("""
                INSERT INTO speed.bars_1m (symbol, bucket, open, high, low, close, volume, vwap, trades, eligible_trades,
                    late_trades, first_trade_time, last_trade_time, last_received_at, revision, closed)
                SELECT symbol, bucket, open, high, low, close, volume, vwap, trades, eligible_trades, 0, bucket,
                       bucket + INTERVAL '59 seconds', bucket + INTERVAL '59 seconds', trades, true
                FROM (%s) minutes""".formatted(MINUTES), symbols, at(boundary.minus(UNSETTLED)), at(minute));
        owner.execute("VACUUM (ANALYZE) batch.bars");
        owner.execute("ANALYZE");
    }

    private static java.sql.Timestamp at(Instant instant) {
        return java.sql.Timestamp.from(instant);
    }
}
