package io.tidemark.speed.trade;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets accepted trades pass and sends refused records to {@link #REFUSED}. Counts both: metrics {@code tradesAccepted},
 * {@code tradesUndecodable} and {@code tradesFuture}.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class Admission extends ProcessFunction<IncomingTrade, IncomingTrade> {
    private static final long serialVersionUID = 1L;

    /** Records that were kept out. */
    public static final OutputTag<RefusedTrade> REFUSED = new OutputTag<>("refused-trades") {};

    private transient Counter accepted;
    private transient Counter undecodable;
    private transient Counter future;

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        accepted = metrics.counter("tradesAccepted");
        undecodable = metrics.counter("tradesUndecodable");
        future = metrics.counter("tradesFuture");
    }

    @Override
    public void processElement(IncomingTrade trade, Context context, Collector<IncomingTrade> out) {
        if (trade.accepted()) {
            accepted.inc();
            out.collect(trade);
            return;
        }
        (trade.refusal() == Refusal.FUTURE ? future : undecodable).inc();
        context.output(REFUSED, new RefusedTrade(trade.partition(), trade.offset(), trade.refusal(), trade.detail()));
    }
}
