package io.tidemark.speed;

import static io.tidemark.speed.fixture.BarAssertions.assertEqualBars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertKind;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.fixture.ListSource;
import io.tidemark.speed.fixture.PlainBars;
import io.tidemark.speed.fixture.Received;
import io.tidemark.speed.fixture.RecordedDay;
import io.tidemark.speed.fixture.TestTiming;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.trade.IncomingTrade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole graph on a cluster in this process, between lists. */
class SpeedLayerTopologyTest {
    /** Of the two that a recorded day has expected bars for, the one that has to look at conditions. */
    private static final String RULES = "without-3-8-32";

    private static final SpeedLayerTiming TIMING = TestTiming.QUICK;

    private static StreamExecutionEnvironment environment() {
        return environment(1);
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = JobConfiguration.topology();
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("rest.port", "0");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        env.setParallelism(parallelism);
        return env;
    }

    private static void run(List<IncomingTrade> trades, Received received) throws Exception {
        StreamExecutionEnvironment env = environment();
        try (ListSource<IncomingTrade> source = ListSource.ofTrades(trades);
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(source.atOnce(), gaps.atOnce()), received.sinks(), TIMING);
            env.execute();
        }
    }

    /** Five minutes of trades in two partitions, in the order of their times; offsets are in that order too. */
    private static List<IncomingTrade> market(Random random) {
        List<Long> times = random.longs(5_000, 0, 300_000).sorted().boxed().toList();
        List<IncomingTrade> trades = new ArrayList<>();
        for (long time : times) {
            String symbol = List.of("AAPL", "IBM", "SPY").get(random.nextInt(3));
            var effects = new TradeEffects(random.nextInt(5) > 0, random.nextInt(9) > 0, random.nextInt(20) > 0);
            double volume = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(1_000) / 8.0;
            long at = TestTrade.MINUTE + time;
            trades.add(IncomingTrade.accepted(
                    TestTrade.event(symbol, at, at, 100 + random.nextInt(100) / 100.0, volume),
                    effects.last() || effects.highLow() || effects.volume() ? effects : TradeEffects.ALL,
                    symbol.equals("SPY") ? 1 : 0,
                    trades.size()));
        }
        return trades;
    }

    /** Moves every trade in the order of arrival by less than the out-of-orderness. */
    private static List<IncomingTrade> disordered(List<IncomingTrade> trades, Random random) {
        record Arrival(long at, IncomingTrade trade) {}
        return trades.stream()
                .map(trade -> new Arrival(
                        trade.tradeTime()
                                + random.nextLong(TIMING.bars().outOfOrderness().toMillis()),
                        trade))
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::trade)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bars_do_not_depend_on_the_order_of_arrival(long seed) throws Exception {
        var random = new Random(seed);
        List<IncomingTrade> trades = market(random);
        try (Received received = Received.open()) {
            run(disordered(trades, random), received);

            assertEqualBars(received.table(), PlainBars.of(trades), 1e-9);
            assertThat(received.table().values()).allMatch(LiveBar::closed);
            assertThat(received.late).isEmpty();
            assertThat(received.prices).isNotEmpty();
        }
    }

    /** Some tasks have a share of the trades, and those of them that end first go idle or are gone. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void bars_do_not_depend_on_the_number_of_tasks(int tasks) throws Exception {
        List<IncomingTrade> trades = market(new Random(tasks));
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(trades);
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment env = environment(tasks);
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(source.atOnce(), gaps.atOnce()), received.sinks(), TIMING);
            env.execute();

            assertEqualBars(received.table(), PlainBars.of(trades), 1e-9);
            assertThat(received.table().values()).allMatch(LiveBar::closed);
            assertThat(received.late).isEmpty();
        }
    }

    @Test
    void late_trades_are_kept_out_and_counted() throws Exception {
        List<IncomingTrade> trades = market(new Random(9));
        List<IncomingTrade> all = new ArrayList<>(trades);
        all.add(TestTrade.at("NEXT", 3_600_000, 10, 1));
        all.add(TestTrade.at("AAPL", 1, 1e6, 1));
        all.add(TestTrade.at("AAPL", 2, 1e6, 1));
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(all);
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment env = environment();
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(source.atOnce(), gaps.atOnce()), received.sinks(), TIMING);
            env.execute();

            var expected = PlainBars.of(all.subList(0, all.size() - 2));
            assertEqualBars(received.table(), expected, 1e-9);
            assertThat(received.lateTable()).containsExactly(Map.entry("AAPL@" + TestTrade.MINUTE, 2L));
        }
    }

    @Test
    void gaps_are_stored_and_raise_alerts() throws Exception {
        var gap = new ObservedGap("finnhub", "AAPL", TestTrade.MINUTE, TestTrade.MINUTE + 90_000, "silent");
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(List.of(TestTrade.at(0, 1, 1)));
                ListSource<ObservedGap> gaps = new ListSource<>(List.of(gap), ObservedGap.class)) {
            StreamExecutionEnvironment env = environment();
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(source.atOnce(), gaps.atOnce()), received.sinks(), TIMING);
            env.execute();

            assertThat(received.gaps).containsExactly(gap);
            assertThat(received.alerts).singleElement().satisfies(batch -> assertThat(batch)
                    .extracting(Alert::kind)
                    .containsExactly(AlertKind.FEED_GAP));
        }
    }

    @Test
    void a_recorded_day_gives_the_expected_bars() throws Exception {
        Optional<Path> data = RecordedDay.directory();
        assumeTrue(data.isPresent(), "no recorded days beside the checkout");
        List<IncomingTrade> trades = RecordedDay.trades(data.get(), SaleConditionRules.load(RULES));
        try (Received received = Received.open()) {
            run(trades, received);

            assertEqualBars(received.table(), RecordedDay.expected(data.get(), RULES), 1e-9);
        }
    }

    @Test
    void trades_are_combined_where_they_are_read() {
        StreamExecutionEnvironment env = environment();
        try (Received received = Received.open();
                ListSource<IncomingTrade> source = ListSource.ofTrades(List.of(TestTrade.at(0, 1, 1)));
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(source.atOnce(), gaps.atOnce()), received.sinks(), TIMING);
            List<String> names = new ArrayList<>();
            for (JobVertex vertex : env.getStreamGraph().getJobGraph().getVertices()) {
                names.add(vertex.getName());
            }
            assertThat(names).hasSize(7);
            assertThat(names).anyMatch(name -> name.contains("trades") && name.contains("combiner"));
            assertThat(names).anyMatch(name -> name.contains("live bars") && name.contains("bars: Writer"));
            assertThat(names).anyMatch(name -> name.contains("last prices") && name.contains("prices: Writer"));
        }
    }
}
