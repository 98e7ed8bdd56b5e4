package io.tidemark.serving;

import static io.tidemark.serving.MadeUpMarket.INTERVALS;
import static io.tidemark.serving.MadeUpMarket.MINUTES;
import static io.tidemark.serving.MadeUpMarket.START;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the merge, on made-up markets around midnight: batch below the boundary, speed at and above it. */
@SuppressWarnings("NullAway.Init")
class MergeLawsIT {
    /** All but the layer; sums of different order agree to 1e-9. */
    private static final String VALUES = "bucket, open, high, low, close, round(volume::numeric, 6),"
            + " round(vwap::numeric, 9), trades, eligible_trades, late_trades, first_trade_time, last_trade_time";

    private static TestDatabase database;
    private static Connection owner;
    private static Connection reader;
    private static MadeUpMarket market;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = TestDatabase.migrated();
        owner = database.asOwner();
        market = new MadeUpMarket(owner);
        reader = database.as(ServingRole.DASHBOARD_READER);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        owner.close();
        reader.close();
        database.close();
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_minute_is_served_once_and_nothing_is_hidden_before_it_is_covered(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> settled = MadeUpMarket.market(random);
        Map<Instant, Integer> live = MadeUpMarket.market(random);
        market.empty();
        market.batch(settled);
        market.speed(live);
        Instant covered = MadeUpMarket.boundary(random);
        market.coverUntil(covered);

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
        market.empty();
        market.batch(MadeUpMarket.market(random));
        market.speed(MadeUpMarket.market(random));
        market.coverUntil(MadeUpMarket.boundary(random));

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
        Map<Instant, Integer> minutes = MadeUpMarket.market(random);
        market.empty();
        market.batch(minutes);
        market.speed(minutes);
        market.coverUntil(START.plus(2 * MINUTES, ChronoUnit.MINUTES));
        List<List<String>> all = everything();
        for (int i = 0; i < 8; i++) {
            market.coverUntil(MadeUpMarket.boundary(random));
            assertThat(everything()).isEqualTo(all);
        }
        market.coverUntil(START.truncatedTo(ChronoUnit.DAYS));
        assertThat(everything()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void either_layer_alone_is_served_whole(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> minutes = MadeUpMarket.market(random);
        Instant boundary = MadeUpMarket.boundary(random);
        market.empty();
        market.batch(minutes);
        market.coverUntil(boundary);
        List<List<String>> batchAlone = everything();
        assertThat(served("layer", "1m")).hasSize(minutes.size()).containsOnly("batch");

        market.empty();
        market.speed(minutes);
        assertThat(served("layer", "1h")).containsOnly("speed");
        assertThat(everything()).isEqualTo(batchAlone);
    }

    @Test
    void a_longer_bar_across_the_boundary_says_that_it_is_merged() throws SQLException {
        Map<Instant, Integer> minutes = MadeUpMarket.market(new Random(4));
        market.empty();
        market.batch(minutes);
        market.speed(minutes);
        market.coverUntil(START.plus(90, ChronoUnit.MINUTES));

        assertThat(served("layer", "1h")).containsExactly("batch", "merged", "speed", "speed", "speed", "speed");
        assertThat(served("layer", "1d")).containsExactly("merged", "speed");
    }

    @Test
    void bounds_count_by_the_start_of_a_bucket_also_across_the_boundary() throws SQLException {
        Map<Instant, Integer> minutes = MadeUpMarket.market(new Random(5));
        market.empty();
        market.batch(minutes);
        market.speed(minutes);
        market.coverUntil(START.plus(90, ChronoUnit.MINUTES));

        assertThat(texts(
                        reader,
                        "SELECT to_char(bucket AT TIME ZONE 'UTC', 'HH24:MI') FROM serving.bars('AAPL', '1h',"
                                + " '2013-10-07 21:30Z', '2013-10-08 00:00Z')"))
                .containsExactly("22:00", "23:00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_watchlist_says_what_the_bars_say(long seed) throws SQLException {
        var random = new Random(seed);
        Map<Instant, Integer> minutes = MadeUpMarket.market(random);
        market.empty();
        if (seed != 1) {
            market.batch(minutes);
            market.coverUntil(MadeUpMarket.boundary(random));
        }
        if (seed != 2) {
            market.speed(minutes);
            market.lastPrice(1234.5, START.plus(MINUTES, ChronoUnit.MINUTES));
        }

        assertThat(texts(reader, "SELECT sparkline, volume, previous_close FROM serving.watchlist"))
                .isEqualTo(texts(reader, """
                        SELECT (SELECT array_agg(close ORDER BY bucket)
                                FROM (SELECT bucket, close FROM serving.bars('AAPL', '1m', null, null)
                                      WHERE close IS NOT NULL ORDER BY bucket DESC LIMIT 60) l),
                               (SELECT volume FROM serving.bars('AAPL', '1d', '2013-10-08Z', null)),
                               (SELECT close FROM serving.bars('AAPL', '1d', '2013-10-07Z', '2013-10-08Z'))
                        """));
        assertThat(texts(reader, "SELECT layer, last = 1234.5, last = sparkline[60] FROM serving.watchlist"))
                .containsExactly(seed == 2 ? "batch|f|t" : "speed|t|f");
    }
}
