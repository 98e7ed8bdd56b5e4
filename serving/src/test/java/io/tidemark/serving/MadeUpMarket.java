package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Made-up minutes of AAPL around midnight, put into either layer, and a boundary between them. */
final class MadeUpMarket {
    static final Instant START = Instant.parse("2013-10-07T21:00:00Z");
    static final int MINUTES = 360;
    static final Map<String, Integer> INTERVALS =
            new TreeMap<>(Map.of("1m", 1, "5m", 5, "15m", 15, "1h", 60, "1d", 1440));

    private final Connection owner;

    MadeUpMarket(Connection owner) {
        this.owner = owner;
    }

    /** Two of three minutes, each with a price. */
    static Map<Instant, Integer> market(Random random) {
        Map<Instant, Integer> minutes = new TreeMap<>();
        for (int i = 0; i < MINUTES; i++) {
            if (random.nextInt(3) > 0) {
                minutes.put(START.plus(i, ChronoUnit.MINUTES), 100 + random.nextInt(900));
            }
        }
        return minutes;
    }

    void empty() throws SQLException {
        execute(owner, "TRUNCATE batch.bars, speed.bars_1m, speed.last_price, batch.coverage, batch.runs CASCADE");
    }

    /** A minute's columns from open to last trade time; one in ten has no eligible price. */
    private static String columns(Instant minute, int price) {
        String open = price % 10 == 0 ? "null" : Integer.toString(price);
        String close = price % 10 == 0 ? "null" : Integer.toString(price + 1);
        return "%s, %d, %d, %s, %d, %d.25, %d, %d, %d, '%s', '%s'"
                .formatted(
                        open,
                        price + 3,
                        price - 2,
                        close,
                        price,
                        price,
                        price / 10,
                        price / 20,
                        price % 3,
                        minute,
                        minute.plusSeconds(price % 60));
    }

    /** The batch's minutes, and its longer bars made of them. */
    void batch(Map<Instant, Integer> minutes) throws SQLException {
        for (var minute : minutes.entrySet()) {
            execute(
                    owner,
                    "INSERT INTO batch.bars VALUES ('AAPL', '1m', '%s', %s, 1)"
                            .formatted(minute.getKey(), columns(minute.getKey(), minute.getValue())));
        }
        for (var interval : INTERVALS.entrySet()) {
            if (interval.getValue() > 1) {
                rollUp(interval.getKey(), interval.getValue());
            }
        }
    }

    /** As the batch would, from its minutes. */
    private void rollUp(String interval, int minutes) throws SQLException {
        execute(owner, """
                INSERT INTO batch.bars
                SELECT 'AAPL', '%s', date_bin('%d minutes', bucket, '2000-01-01Z') start,
                       (array_agg(open ORDER BY bucket) FILTER (WHERE open IS NOT NULL))[1], max(high), min(low),
                       (array_agg(close ORDER BY bucket DESC) FILTER (WHERE close IS NOT NULL))[1], sum(volume),
                       sum(vwap * volume) / sum(volume), sum(trades), sum(eligible_trades), sum(late_trades),
                       min(first_trade_time), max(last_trade_time), 1
                FROM batch.bars WHERE interval = '1m' GROUP BY start
                """.formatted(interval, minutes));
    }

    void speed(Map<Instant, Integer> minutes) throws SQLException {
        for (var minute : minutes.entrySet()) {
            execute(
                    owner,
                    "INSERT INTO speed.bars_1m VALUES ('AAPL', '%s', %s, '%1$s', 1, true)"
                            .formatted(minute.getKey(), columns(minute.getKey(), minute.getValue())));
        }
    }

    /** What the speed layer calls the last price. */
    void lastPrice(double price, Instant at) throws SQLException {
        execute(owner, """
                INSERT INTO speed.last_price (symbol, price, trade_time, kafka_partition, kafka_offset, session, session_open,
                    last_received_at)
                VALUES ('AAPL', %s, '%s', 0, 1, ('%2$s'::timestamptz AT TIME ZONE 'UTC')::date, 1, '%2$s')
                """.formatted(price, at));
    }

    /** Moves the boundary as publications of both dates would: of a date that is wholly ahead of it, to its start. */
    void coverUntil(Instant boundary) throws SQLException {
        execute(owner, "TRUNCATE batch.coverage, batch.runs CASCADE");
        Instant last = START.plus(MINUTES, ChronoUnit.MINUTES);
        for (Instant day = START.truncatedTo(ChronoUnit.DAYS); day.isBefore(last); day = day.plus(1, ChronoUnit.DAYS)) {
            Instant end = day.plus(1, ChronoUnit.DAYS);
            Instant until = boundary.isBefore(day) ? day : boundary.isBefore(end) ? boundary : end;
            execute(owner, """
                    WITH run AS (INSERT INTO batch.runs (dt, digest, conditions)
                                 VALUES (('%1$s'::timestamptz AT TIME ZONE 'UTC')::date, 'd', 'none') RETURNING run_id)
                    INSERT INTO batch.coverage
                    SELECT ('%1$s'::timestamptz AT TIME ZONE 'UTC')::date, '%2$s', 'd', run_id, now() FROM run
                    """.formatted(day, until));
        }
    }

    /** Mostly within a minute, as event times are. */
    static Instant boundary(Random random) {
        return START.plusMillis(random.nextLong(Duration.ofMinutes(MINUTES).toMillis()));
    }
}
