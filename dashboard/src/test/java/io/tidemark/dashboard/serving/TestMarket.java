package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.BarInterval;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up market whose days are published as the batch layer publishes them, through the serving module's functions. */
public final class TestMarket {
    private static final Map<BarInterval, Duration> LENGTHS = Map.of(
            BarInterval.MINUTE, Duration.ofMinutes(1),
            BarInterval.FIVE_MINUTES, Duration.ofMinutes(5),
            BarInterval.QUARTER_HOUR, Duration.ofMinutes(15),
            BarInterval.HOUR, Duration.ofHours(1),
            BarInterval.DAY, Duration.ofDays(1));

    /** One minute of one symbol; a close of null is a minute in which no trade may set a price. */
    public record Minute(
            String symbol, Instant start, @Nullable Double close) {}

    private final JdbcTemplate rows;
    private final JdbcClient owner;
    private final TestSpeed speed;
    private final TestAnalytics analytics;

    TestMarket(DataSource owner) {
        this.speed = new TestSpeed(owner);
        this.analytics = new TestAnalytics(owner);
        this.rows = new JdbcTemplate(owner);
        this.owner = JdbcClient.create(owner);
    }

    /** Who writes this market's live rows. */
    public TestSpeed speed() {
        return speed;
    }

    /** Who writes this market's results beside its bars. */
    public TestAnalytics analytics() {
        return analytics;
    }

    /** Minutes of a random walk, always the same for the same symbol. */
    public static List<Minute> walk(String symbol, Instant start, int minutes, double price) {
        Random steps = new Random(symbol.hashCode());
        List<Minute> walk = new ArrayList<>();
        double close = price;
        for (int i = 0; i < minutes; i++) {
            close = Math.round((close + steps.nextGaussian() * price / 1000) * 100) / 100.0;
            walk.add(new Minute(symbol, start.plus(Duration.ofMinutes(i)), close));
        }
        return walk;
    }

    /** Publishes a day that holds exactly these minutes, in bars of every interval; returns the run's id. */
    public long publish(List<Minute> minutes, Instant coveredUntil) {
        LocalDate date = minutes.getFirst().start().atZone(ZoneOffset.UTC).toLocalDate();
        long run = owner.sql("SELECT batch.start_run(?, 'digest', 'none')")
                .param(date)
                .query(Long.class)
                .single();
        List<@Nullable Object[]> bars = new ArrayList<>();
        for (BarInterval interval : BarInterval.values()) {
            bars.addAll(bars(run, minutes, interval));
        }
        rows.batchUpdate("INSERT INTO batch.stage_bars VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)", bars);
        long landed = minutes.size() * 10L;
        owner.sql("INSERT INTO batch.stage_hour_counts VALUES (?, 0, 0, 'ALL', ?, ?, 0, 0)")
                .params(run, landed, landed)
                .update();
        owner.sql("SELECT batch.publish_run(?, ?, ?, 1, 1000, ?, ?, 0, 0)")
                .params(run, bars.size(), Timestamp.from(coveredUntil), landed, landed)
                .query(Boolean.class)
                .single();
        return run;
    }

    /** Begins a run and has it fail. */
    public long fail(LocalDate date, String why) {
        long run = start(date);
        owner.sql("SELECT batch.fail_run(?, ?)")
                .params(run, why)
                .query((row, n) -> "")
                .single();
        return run;
    }

    /** Begins a run that goes on. */
    public long start(LocalDate date) {
        return owner.sql("SELECT batch.start_run(?, 'digest', 'none')")
                .param(date)
                .query(Long.class)
                .single();
    }

    private static List<@Nullable Object[]> bars(long run, List<Minute> minutes, BarInterval interval) {
        long length = LENGTHS.getOrDefault(interval, Duration.ofMinutes(1)).toSeconds();
        Map<String, List<Minute>> buckets = new LinkedHashMap<>();
        for (Minute minute : minutes) {
            long bucket = Math.floorDiv(minute.start().getEpochSecond(), length) * length;
            buckets.computeIfAbsent(minute.symbol() + " " + bucket, any -> new ArrayList<>())
                    .add(minute);
        }
        List<@Nullable Object[]> bars = new ArrayList<>();
        buckets.forEach((bucket, content) -> {
            String[] parts = bucket.split(" ", 2);
            bars.add(bar(run, parts[0], interval, Instant.ofEpochSecond(Long.parseLong(parts[1])), content));
        });
        return bars;
    }

    private static @Nullable Object[] bar(
            long run, String symbol, BarInterval interval, Instant bucket, List<Minute> content) {
        List<Double> closes = new ArrayList<>();
        for (Minute minute : content) {
            if (minute.close() != null) {
                closes.add(minute.close());
            }
        }
        @Nullable Double[] prices = {null, null, null, null};
        if (!closes.isEmpty()) {
            // Every other bar falls.
            double body = bucket.getEpochSecond() / 60 % 2 == 0 ? 0.05 : -0.05;
            double high = closes.stream().max(Double::compare).orElseThrow() + 0.1;
            double low = closes.stream().min(Double::compare).orElseThrow() - 0.1;
            prices = new @Nullable Double[] {closes.getFirst() - body, high, low, closes.getLast()};
        }
        return new @Nullable Object[] {
            run,
            symbol,
            interval.code(),
            Timestamp.from(bucket),
            prices[0],
            prices[1],
            prices[2],
            prices[3],
            100.0 * content.size(),
            prices[3],
            10 * content.size(),
            9 * content.size(),
            Timestamp.from(content.getFirst().start()),
            Timestamp.from(content.getLast().start().plusSeconds(59))
        };
    }
}
