package io.tidemark.speed;

import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.bars.LiveBars;
import io.tidemark.speed.bars.PartialBar;
import io.tidemark.speed.bars.TradeCombiner;
import io.tidemark.speed.flow.RowBatcher;
import io.tidemark.speed.flow.RowOrder;
import io.tidemark.speed.price.LastPrice;
import io.tidemark.speed.price.LastPrices;
import io.tidemark.speed.trade.Admission;
import io.tidemark.speed.trade.IncomingTrade;
import io.tidemark.speed.trade.TradeTime;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The speed layer as a graph, without a word on where trades come from and rows go to. Every operator has a uid, the name
 * under which its state is found again: never change one.
 */
public final class SpeedLayerTopology {
    private static final int MAX_BATCH_ROWS = 5_000;

    private SpeedLayerTopology() {}

    /**
     * Adds the topology to an environment.
     *
     * @param env where it will run
     * @param trades judged trades; event time is assigned here
     * @param sinks where results go
     * @param timing its times
     */
    public static void define(
            StreamExecutionEnvironment env,
            Source<IncomingTrade, ?, ?> trades,
            SpeedLayerSinks sinks,
            SpeedLayerTiming timing) {
        SingleOutputStreamOperator<IncomingTrade> admitted = env.fromSource(
                        trades,
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

        KeyedStream<PartialBar, String> partials = admitted.transform(
                        "combiner",
                        TypeInformation.of(PartialBar.class),
                        new TradeCombiner(timing.combineFor(), timing.lateAfter()))
                .uid("combiner")
                .keyBy(partial -> partial.symbol, Types.STRING);

        SingleOutputStreamOperator<LiveBar> bars = partials.process(new LiveBars(timing.bars()))
                .returns(LiveBar.class)
                .name("live bars")
                .uid("live-bars");
        write(bars, LiveBar::compareKeys, sinks.bars(), "bars", timing.batchFor());
        bars.getSideOutput(LiveBars.LATE)
                .sinkTo(sinks.late())
                .name("late trades")
                .uid("late-sink");

        SingleOutputStreamOperator<LastPrice> prices = partials.process(
                        new LastPrices(timing.bars().emitEvery()))
                .returns(LastPrice.class)
                .name("last prices")
                .uid("last-prices");
        write(
                prices,
                (one, other) -> one.symbol().compareTo(other.symbol()),
                sinks.prices(),
                "prices",
                timing.batchFor());
    }

    private static <R> void write(
            SingleOutputStreamOperator<R> rows, RowOrder<R> order, Sink<List<R>> sink, String name, Duration hold) {
        rows.transform(name + " batch", Types.LIST(rows.getType()), new RowBatcher<>(order, hold, MAX_BATCH_ROWS))
                .uid(name + "-batch")
                .sinkTo(sink)
                .name(name)
                .uid(name + "-sink");
    }
}
