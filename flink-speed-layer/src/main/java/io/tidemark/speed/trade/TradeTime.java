package io.tidemark.speed.trade;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of the trade topic, per partition: the trade time, with a bounded out-of-orderness, and idleness. Refused
 * records neither move the watermark nor keep a partition from being idle.
 */
public final class TradeTime implements WatermarkStrategy<IncomingTrade> {
    private static final long serialVersionUID = 1L;

    private final WatermarkStrategy<IncomingTrade> bounded;

    /**
     * A strategy.
     *
     * @param outOfOrderness by how much a trade may come after one with a later time
     * @param idleness how long a partition may be silent before the others go on without it
     */
    public TradeTime(Duration outOfOrderness, Duration idleness) {
        this.bounded = WatermarkStrategy.<IncomingTrade>forBoundedOutOfOrderness(outOfOrderness)
                .withIdleness(idleness);
    }

    @Override
    public WatermarkGenerator<IncomingTrade> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        return new AcceptedOnly(bounded.createWatermarkGenerator(context));
    }

    @Override
    public TimestampAssigner<IncomingTrade> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return (trade, recordTime) -> trade.accepted() ? trade.tradeTime() : recordTime;
    }

    private record AcceptedOnly(WatermarkGenerator<IncomingTrade> bounded)
            implements WatermarkGenerator<IncomingTrade> {

        @Override
        public void onEvent(IncomingTrade trade, long timestamp, WatermarkOutput output) {
            if (trade.accepted()) {
                bounded.onEvent(trade, timestamp, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            bounded.onPeriodicEmit(output);
        }
    }
}
