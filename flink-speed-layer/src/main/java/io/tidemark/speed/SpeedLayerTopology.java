package io.tidemark.speed;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.bars.LateTradeCounts;
import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.bars.LiveBars;
import io.tidemark.speed.bars.PartialBar;
import io.tidemark.speed.bars.TradeCombiner;
import io.tidemark.speed.flow.RowWriting;
import io.tidemark.speed.gap.GapAlerts;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.move.PriceMoves;
import io.tidemark.speed.price.LastPrice;
import io.tidemark.speed.price.LastPrices;
import io.tidemark.speed.trade.Admission;
import io.tidemark.speed.trade.IncomingTrade;
import io.tidemark.speed.trade.TradeTime;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The trade side of the speed layer as a graph, without a word on where trades come from and rows go to. Every operator has
 * a uid, the name under which its state is found again: never change one.
 */
public final class SpeedLayerTopology {
    /** Nobody waits for a count of late trades or an alert as for a price. */
    private static final Duration UNHURRIED = Duration.ofMillis(250);

    private final SpeedLayerSinks sinks;
    private final SpeedLayerTiming timing;

    private SpeedLayerTopology(SpeedLayerSinks sinks, SpeedLayerTiming timing) {
        this.sinks = sinks;
        this.timing = timing;
    }

    /**
     * Adds the topology to an environment.
     *
     * @param env where it will run
     * @param sources where trades and gaps come from
     * @param sinks where results go
     * @param timing its times
     */
    public static void define(
            StreamExecutionEnvironment env, SpeedLayerSources sources, SpeedLayerSinks sinks, SpeedLayerTiming timing) {
        var topology = new SpeedLayerTopology(sinks, timing);
        KeyedStream<PartialBar, String> partials = topology.combined(topology.admitted(env, sources));
        topology.bars(partials);
        topology.prices(partials);
        topology.alerts(topology.moves(partials).union(topology.gaps(env, sources)));
    }

    private SingleOutputStreamOperator<IncomingTrade> admitted(
            StreamExecutionEnvironment env, SpeedLayerSources sources) {
        SingleOutputStreamOperator<IncomingTrade> admitted = env.fromSource(
                        sources.trades(),
                        new TradeTime(timing.bars().outOfOrderness(), timing.idleness()),
                        "trades",
                        TypeInformation.of(IncomingTrade.class))
                .uid("trades")
                .process(new Admission())
                .returns(IncomingTrade.class)
                .name("admission")
                .uid("admission");
        admitted.getSideOutput(Admission.REFUSED)
                .sinkTo(sinks.refused())
                .name("refused trades")
                .uid("refused-sink");
        return admitted;
    }

    private KeyedStream<PartialBar, String> combined(SingleOutputStreamOperator<IncomingTrade> admitted) {
        return new TradeCombiner(timing.combineFor(), timing.lateAfter(), timing.bars())
                .appendTo(admitted, "combiner", TypeInformation.of(PartialBar.class))
                .uid("combiner")
                .keyBy(partial -> partial.symbol, Types.STRING);
    }

    private void bars(KeyedStream<PartialBar, String> partials) {
        SingleOutputStreamOperator<LiveBar> bars = partials.process(new LiveBars(timing.bars()))
                .returns(LiveBar.class)
                .name("live bars")
                .uid("live-bars");
        RowWriting.write(bars, LiveBar::compareKeys, sinks.bars(), "bars", timing.batchFor());
        SingleOutputStreamOperator<LateTrades> late = bars.getSideOutput(LiveBars.LATE)
                .keyBy(LateTrades::symbol, Types.STRING)
                .process(new LateTradeCounts())
                .returns(LateTrades.class)
                .name("late trades")
                .uid("late-trades");
        RowWriting.write(late, LateTrades::compareKeys, sinks.late(), "late-counts", UNHURRIED);
    }

    private void prices(KeyedStream<PartialBar, String> partials) {
        SingleOutputStreamOperator<LastPrice> prices = partials.process(
                        new LastPrices(timing.bars().emitEvery()))
                .returns(LastPrice.class)
                .name("last prices")
                .uid("last-prices");
        RowWriting.write(
                prices,
                (one, other) -> one.symbol().compareTo(other.symbol()),
                sinks.prices(),
                "prices",
                timing.batchFor());
    }

    private DataStream<Alert> moves(KeyedStream<PartialBar, String> partials) {
        return partials.process(new PriceMoves(timing.moves(), timing.bars().outOfOrderness()))
                .returns(Alert.class)
                .name("price moves")
                .uid("price-moves");
    }

    private DataStream<Alert> gaps(StreamExecutionEnvironment env, SpeedLayerSources sources) {
        DataStream<ObservedGap> gaps = env.fromSource(
                        sources.gaps(),
                        WatermarkStrategy.noWatermarks(),
                        "feed gaps",
                        TypeInformation.of(ObservedGap.class))
                .uid("feed-gaps");
        gaps.sinkTo(sinks.gaps()).name("gaps").uid("gaps-sink");
        return gaps.map(new GapAlerts(timing.gaps()))
                .returns(Alert.class)
                .name("gap alerts")
                .uid("gap-alerts");
    }

    private void alerts(DataStream<Alert> alerts) {
        RowWriting.write(alerts, Alert::compareKeys, sinks.alerts(), "alerts", UNHURRIED);
    }
}
