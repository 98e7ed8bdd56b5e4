package io.tidemark.speed.move;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertKind;
import io.tidemark.speed.alert.AlertSeverity;
import io.tidemark.speed.bars.EdgeTrade;
import io.tidemark.speed.bars.PartialBar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alert when the log return from one minute's close to the next is beyond so many times the symbol's
 * {@link Volatility}, once a symbol and minute. Minutes without a trade between two closes make no return: what happens over
 * a night or a pause is no one-minute move.
 *
 * <p>A minute is over when a trade of the same symbol comes that is later than its end by the feed's out-of-orderness. That
 * depends on nothing but the order of the symbol's trades in their partition, not on watermarks or on how trades were
 * combined: a job that goes back to a checkpoint raises the same alerts again.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class PriceMoves extends KeyedProcessFunction<String, PartialBar, Alert> {
    private static final long serialVersionUID = 1L;
    /** An alert of twice the limit. */
    private static final double CRITICAL = 2;

    private final MoveRule rule;
    private final long outOfOrdernessMs;
    private transient ValueState<MoveState> states;
    private transient MapState<Long, EdgeTrade> closes;

    /**
     * With the given rule.
     *
     * @param rule when a move is remarkable
     * @param outOfOrderness by how much a trade may come after one with a later time
     */
    public PriceMoves(MoveRule rule, Duration outOfOrderness) {
        this.rule = rule;
        this.outOfOrdernessMs = outOfOrderness.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("moves", TypeInformation.of(MoveState.class)));
        closes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("open-closes", Types.LONG, TypeInformation.of(EdgeTrade.class)));
    }

    @Override
    public void processElement(PartialBar partial, Context context, Collector<Alert> out) throws Exception {
        if (!partial.last.exists()) {
            return;
        }
        @Nullable MoveState known = states.value();
        MoveState state = known == null ? new MoveState() : known;
        if (partial.minute <= state.minute) {
            // It came too late to be anybody's close.
            return;
        }
        @Nullable EdgeTrade open = closes.get(partial.minute);
        EdgeTrade close = open == null ? new EdgeTrade() : open;
        close.keepLater(partial.last);
        closes.put(partial.minute, close);
        if (partial.last.time > state.reached) {
            state.reached = partial.last.time;
            for (long minute : minutesOver(state.reached)) {
                end(minute, state, partial.symbol, out);
            }
        }
        states.update(state);
    }

    private List<Long> minutesOver(long reached) throws Exception {
        List<Long> over = new ArrayList<>();
        for (long minute : closes.keys()) {
            if (minute + PartialBar.MINUTE_MS + outOfOrdernessMs <= reached) {
                over.add(minute);
            }
        }
        Collections.sort(over);
        return over;
    }

    private void end(long minute, MoveState state, String symbol, Collector<Alert> out) throws Exception {
        double close = closes.get(minute).price;
        if (minute - PartialBar.MINUTE_MS == state.minute) {
            double logReturn = Math.log(close / state.close);
            double limit = rule.sigmas() * state.volatility.sigma();
            if (state.volatility.returns >= rule.minReturns() && Math.abs(logReturn) > limit) {
                out.collect(alert(symbol, minute, logReturn, state.volatility.sigma()));
            }
            state.volatility.add(logReturn);
        }
        state.minute = minute;
        state.close = close;
        closes.remove(minute);
    }

    private Alert alert(String symbol, long minute, double logReturn, double sigma) {
        double sigmas = logReturn / sigma;
        boolean critical = Math.abs(sigmas) > CRITICAL * rule.sigmas();
        return new Alert(
                Alert.idOf(AlertKind.PRICE_MOVE, symbol, minute),
                AlertKind.PRICE_MOVE,
                critical ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                symbol,
                minute,
                String.format(
                        Locale.ROOT,
                        "%s moved %+.2f%% in a minute, %.1f times its volatility",
                        symbol,
                        100 * Math.expm1(logReturn),
                        Math.abs(sigmas)),
                Math.abs(sigmas),
                rule.sigmas());
    }
}
