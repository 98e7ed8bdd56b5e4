package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the merge, on made-up markets around midnight: batch below the boundary, speed at and above it. */
@SuppressWarnings("NullAway.Init")
class MergeLawsIT {
    private static final Instant START = Instant.parse("2013-10-07T21:00:00Z");
    private static final int MINUTES = 360;
    private static final Map<String, Integer> INTERVALS =
            new TreeMap<>(Map.of("1m", 1, "5m", 5, "15m", 15, "1h", 60, "1d", 1440));
    /** All but the layer; sums of different order agree to 1e-9. */
    private static final String VALUES = "bucket, open, high, low, close, round(volume::numeric, 6),"
            + " round(vwap::numeric, 9), trades, eligible_trades, late_trades, first_trade_time, last_trade_time";

    private static TestDatabase database;
    private static Connection owner;
    private static Connection reader;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = TestDatabase.migrated();
        owner = database.asOwner();
        reader = database.as(ServingRole.DASHBOARD_READER);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        owner.close();
        reader.close();
        database.close();
    }

    private static Map<Instant, Integer> market(Random random) {
        Map<Instant, Integer> minutes = new TreeMap<>();
        for (int i = 0; i < MINUTES; i++) {
            if (random.nextInt(3) > 0) {
                minutes.put(START.plus(i, ChronoUnit.MINUTES), 100 + random.nextInt(900));
            }
        }
        return minutes;
    }

    private static void empty() throws SQLException {
        execute(owner, "TRUNCATE batch.bars, speed.bars_1m, batch.coverage, batch.runs CASCADE");
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

    private static void batch(Map<Instant, Integer> minutes) throws SQLException {
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
    private static void rollUp(String interval, int minutes) throws SQLException {
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

    private static void speed(Map<Instant, Integer> minutes) throws SQLException {
        for (var minute : minutes.entrySet()) {
            execute(
                    owner,
                    "INSERT INTO speed.bars_1m VALUES ('AAPL', '%s', %s, '%1$s', 1, true)"
                            .formatted(minute.getKey(), columns(minute.getKey(), minute.getValue())));
        }
    }

    /** Moves the boundary as publications of both dates would: of a date that is wholly ahead of it, to its start. */
    private static void coverUntil(Instant boundary) throws SQLException {
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

    private static List<String> served(String columns, String interval) throws SQLException {
        return texts(reader, "SELECT " + columns + " FROM serving.bars('AAPL', '" + interval + "', null, null)");
    }

    private static List<List<String>> everything() throws SQLException {
        List<List<String>> all = new ArrayList<>();
        for (String interval : INTERVALS.keySet()) {
            all.add(served(VALUES, interval));
        }
        return all;
    }

    private static Instant boundary(Random random) {
        // Mostly within a minute, as event times are.
        return START.plusMillis(random.nextLong(Duration.ofMinutes(MINUTES).toMillis()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_minute_is_served_once_and_nothing_is_hidden_before_it_is_covered(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> settled = market(random);
        Map<Instant, Integer> live = market(random);
        empty();
        batch(settled);
        speed(live);
        Instant covered = boundary(random);
        coverUntil(covered);

        Instant boundary = covered.truncatedTo(ChronoUnit.MINUTES);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            Instant minute = START.plus(i, ChronoUnit.MINUTES);
            Integer below = settled.get(minute);
            Integer above = live.get(minute);
            if (above != null && !minute.isBefore(boundary)) {
                expected.add(minute + " " + (above - 2) + " speed");
            } else if (below != null) {
                expected.add(minute + " " + (below - 2) + " batch");
            }
        }
        assertThat(texts(
                        reader,
                        "SELECT to_char(bucket AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\" ') || low || ' '"
                                + " || layer FROM serving.bars('AAPL', '1m', null, null)"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void longer_bars_hold_exactly_the_minutes_that_are_served(long seed) throws SQLException {
        var random = new Random(seed);
        empty();
        batch(market(random));
        speed(market(random));
        coverUntil(boundary(random));

        for (String interval : INTERVALS.keySet()) {
            assertThat(texts(reader, """
                            SELECT sum(trades), min(low), max(high), round(sum(volume)::numeric, 6), min(first_trade_time),
                                   max(last_trade_time)
                            FROM serving.bars('AAPL', '%s', null, null)
                            """.formatted(interval))).isEqualTo(texts(reader, """
                            SELECT sum(trades), min(low), max(high), round(sum(volume)::numeric, 6), min(first_trade_time),
                                   max(last_trade_time)
                            FROM serving.bars_1m WHERE symbol = 'AAPL'
                            """));
            assertThat(served("bucket", interval)).doesNotHaveDuplicates().isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moving_the_boundary_changes_no_value_when_the_layers_agree(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> minutes = market(random);
        empty();
        batch(minutes);
        speed(minutes);
        coverUntil(START.plus(2 * MINUTES, ChronoUnit.MINUTES));
        List<List<String>> all = everything();
        for (int i = 0; i < 8; i++) {
            coverUntil(boundary(random));
            assertThat(everything()).isEqualTo(all);
        }
        coverUntil(START.truncatedTo(ChronoUnit.DAYS));
        assertThat(everything()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void either_layer_alone_is_served_whole(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> minutes = market(random);
        Instant boundary = boundary(random);
        empty();
        batch(minutes);
        coverUntil(boundary);
        List<List<String>> batchAlone = everything();
        assertThat(served("layer", "1m")).hasSize(minutes.size()).containsOnly("batch");

        empty();
        speed(minutes);
        assertThat(served("layer", "1h")).containsOnly("speed");
        assertThat(everything()).isEqualTo(batchAlone);
    }

    @Test
    void a_longer_bar_across_the_boundary_says_that_it_is_merged() throws SQLException {
        Map<Instant, Integer> minutes = market(new Random(4));
        empty();
        batch(minutes);
        speed(minutes);
        coverUntil(START.plus(90, ChronoUnit.MINUTES));

        assertThat(served("layer", "1h")).containsExactly("batch", "merged", "speed", "speed", "speed", "speed");
        assertThat(served("layer", "1d")).containsExactly("merged", "speed");
    }

    @Test
    void bounds_count_by_the_start_of_a_bucket_also_across_the_boundary() throws SQLException {
        Map<Instant, Integer> minutes = market(new Random(5));
        empty();
        batch(minutes);
        speed(minutes);
        coverUntil(START.plus(90, ChronoUnit.MINUTES));

        assertThat(texts(
                        reader,
                        "SELECT to_char(bucket AT TIME ZONE 'UTC', 'HH24:MI') FROM serving.bars('AAPL', '1h',"
                                + " '2013-10-07 21:30Z', '2013-10-08 00:00Z')"))
                .containsExactly("22:00", "23:00");
    }
}
