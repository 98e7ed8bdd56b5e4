package io.tidemark.dashboard.browser;

import io.tidemark.dashboard.serving.TestAnalytics;
import io.tidemark.dashboard.serving.TestMarket;
import io.tidemark.dashboard.serving.TestSpeed;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A made-up market of a dozen symbols whose day is settled but for its last half hour, with silences of the feed. */
final class ShowcaseMarket {
    private static final int MINUTES = 330;
    private static final int LIVE_MINUTES = 26;
    private static final Map<String, Double> OPENINGS = new LinkedHashMap<>();

    static {
        OPENINGS.put("AAPL", 227.4);
        OPENINGS.put("AMD", 141.8);
        OPENINGS.put("AMZN", 204.6);
        OPENINGS.put("BINANCE:BTCUSDT", 97_240.0);
        OPENINGS.put("GOOGL", 171.2);
        OPENINGS.put("IBM", 222.9);
        OPENINGS.put("JPM", 248.5);
        OPENINGS.put("META", 563.1);
        OPENINGS.put("MSFT", 417.3);
        OPENINGS.put("NFLX", 884.0);
        OPENINGS.put("NVDA", 142.9);
        OPENINGS.put("SPY", 595.5);
        OPENINGS.put("TSLA", 346.2);
    }

    /** The open minute of a symbol. */
    private static final class OpenMinute {
        private Instant start = Instant.EPOCH;
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;

        void begin(Instant at, double price) {
            start = at;
            open = price;
            high = price;
            low = price;
            close = price;
            volume = 0;
        }

        void trade(double price, double shares) {
            close = price;
            high = Math.max(high, price);
            low = Math.min(low, price);
            volume += shares;
        }
    }

    private final JdbcTemplate owner;
    private final TestSpeed speed;
    private final TestAnalytics analytics;
    private final InstantSource clock;
    private final Random random = new Random(20261123);
    private final Map<String, OpenMinute> open = new LinkedHashMap<>();
    private final Instant newest;

    ShowcaseMarket(DataSource owner, TestMarket market, InstantSource clock) {
        this.owner = new JdbcTemplate(owner);
        this.speed = market.speed();
        this.analytics = market.analytics();
        this.clock = clock;
        this.newest = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Writes everything up to now. */
    void fill() {
        owner.execute("""
                CREATE TABLE walk (symbol text, bucket timestamptz, o double precision, h double precision,
                    l double precision, c double precision, v double precision)""");
        Instant begin = newest.minus(Duration.ofMinutes(MINUTES));
        walk(begin.minus(Duration.ofDays(1)), MINUTES + 60, 0.985);
        walk(begin, MINUTES, 1);
        publishUntil(newest.minus(Duration.ofMinutes(LIVE_MINUTES)));
        owner.update("""
                INSERT INTO speed.bars_1m (symbol, bucket, open, high, low, close, volume, vwap, trades, eligible_trades,
                    late_trades, first_trade_time, last_trade_time, last_received_at, revision, closed)
                SELECT symbol, bucket, o, h, l, c, v, (o + c) / 2, 40, 33, 0, bucket, bucket + interval '59 s',
                    bucket + interval '59 s', 40, true
                FROM walk WHERE bucket >= ?""", Timestamp.from(newest.minus(Duration.ofMinutes(LIVE_MINUTES + 15))));
        String[] all = OPENINGS.keySet().toArray(String[]::new);
        speed.gap(minutesAgo(13), minutesAgo(8), "silent for 150 s", all);
        speed.gap(minutesAgo(41), minutesAgo(41).plusSeconds(14), "connection closed: 1006", all);
        speed.gap(minutesAgo(95), minutesAgo(88), "connection closed: 1006", all);
        ShowcaseNews.write(speed, newest);
    }

    private Instant minutesAgo(int minutes) {
        return newest.minus(Duration.ofMinutes(minutes));
    }

    /** Stocks are traded by shares, bitcoins by parts of one. */
    private static double volume(String symbol, double shares) {
        return symbol.contains(":") ? Math.rint(shares) / 400 : Math.rint(shares);
    }

    private boolean silent(Instant minute) {
        return isIn(minute, 13, 8) || isIn(minute, 95, 88);
    }

    private boolean isIn(Instant minute, int from, int to) {
        return !minute.isBefore(minutesAgo(from)) && minute.isBefore(minutesAgo(to));
    }

    private void walk(Instant begin, int minutes, double scale) {
        List<Object[]> rows = new ArrayList<>();
        double[] common = random.doubles(minutes, -1, 1).toArray();
        OPENINGS.forEach((symbol, opening) -> {
            double price = opening * scale;
            double drift = random.nextGaussian() * 0.00006;
            for (int i = 0; i < minutes; i++) {
                double calm = 0.6 + 1.4 * Math.pow(2.0 * i / minutes - 1, 2);
                double sigma = 0.0006 * calm;
                double from = price;
                price = round(from * (1 + drift + sigma * (random.nextGaussian() * 0.8 + common[i])));
                double reach = Math.abs(random.nextGaussian()) * sigma * from * 0.7;
                Instant minute = begin.plus(Duration.ofMinutes(i));
                if (!silent(minute)) {
                    rows.add(new Object[] {
                        symbol,
                        Timestamp.from(minute),
                        from,
                        round(Math.max(from, price) + reach),
                        round(Math.min(from, price) - reach * 0.8),
                        price,
                        volume(symbol, 4000 * calm * (0.4 + random.nextDouble()))
                    });
                }
            }
            OpenMinute minute = new OpenMinute();
            minute.begin(newest, price);
            open.put(symbol, minute);
        });
        owner.batchUpdate("INSERT INTO walk VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /** The walks cross midnight, as the hour may be; what is published is a date. */
    private void publishUntil(Instant end) {
        for (LocalDate date : owner.queryForList(
                "SELECT DISTINCT (bucket AT TIME ZONE 'UTC')::date FROM walk WHERE bucket < ? ORDER BY 1",
                LocalDate.class,
                Timestamp.from(end))) {
            Instant begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant over = begin.plus(Duration.ofDays(1));
            publish(date, begin, end.isBefore(over) ? end : over);
        }
    }

    private void publish(LocalDate date, Instant begin, Instant until) {
        Long run = owner.queryForObject("SELECT batch.start_run(?, 'digest', 'none')", Long.class, date);
        for (String[] interval : new String[][] {
            {"1m", "1 minute"}, {"5m", "5 minutes"}, {"15m", "15 minutes"}, {"1h", "1 hour"}, {"1d", "1 day"}
        }) {
            owner.update("""
                    INSERT INTO batch.stage_bars
                    SELECT ?, 0, symbol, ?, date_bin(?::interval, bucket, '2000-01-01Z'), (array_agg(o ORDER BY bucket))[1],
                        max(h), min(l), (array_agg(c ORDER BY bucket DESC))[1], sum(v), avg((o + c) / 2), count(*) * 40,
                        count(*) * 33, 0, min(bucket), max(bucket) + interval '59 s'
                    FROM walk WHERE bucket >= ? AND bucket < ?
                    GROUP BY 3, 5""", run, interval[0], interval[1], Timestamp.from(begin), Timestamp.from(until));
        }
        Long bars = owner.queryForObject("SELECT count(*) FROM batch.stage_bars WHERE run_id = ?", Long.class, run);
        long landed = bars == null ? 0 : bars * 31;
        owner.update("INSERT INTO batch.stage_hour_counts VALUES (?, 0, 0, 'ALL', ?, ?, 0, 0)", run, landed, landed);
        owner.queryForObject(
                "SELECT batch.publish_run(?, ?, ?, 4, 1000000, ?, ?, 0, 0)",
                Boolean.class,
                run,
                bars,
                Timestamp.from(until),
                landed,
                landed);
        analytics.derive(date);
    }

    /** Lets some symbols trade once. */
    void trade() {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        open.forEach((symbol, bar) -> {
            if (random.nextInt(3) == 0) {
                return;
            }
            if (bar.start.isBefore(minute) || bar.volume == 0) {
                bar.begin(minute, bar.close);
            }
            bar.trade(round(bar.close * (1 + random.nextGaussian() * 0.00015)), Math.rint(20 + random.nextInt(200)));
            speed.minute(symbol, minute, bar.open, bar.high, bar.low, bar.close, bar.volume);
            speed.price(symbol, bar.close, OPENINGS.getOrDefault(symbol, 1.0), now);
        });
    }

    private static double round(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
