package io.tidemark.speed.news.story;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Two times of a story. It belongs where it was <em>published</em>; time goes on, per partition, with what is
 * <em>received</em>. Publication jumps hours to and fro, receipt is nearly in order and never before publication: so a
 * watermark by receipt says that nothing published later than it is missing but what is late by the story's own account,
 * the difference of its two times. Which stories are late then depends on the stories alone, not on how fast a backlog is
 * read. Refused records neither move the watermark nor keep a partition from being idle.
 */
public final class NewsTime implements WatermarkStrategy<IncomingNews> {
    private static final long serialVersionUID = 1L;

    private final WatermarkStrategy<IncomingNews> bounded;

    /**
     * A strategy.
     *
     * @param outOfOrderness by how much a story may come after one that was received later
     * @param idleness how long a partition may be silent before the others go on without it
     */
    public NewsTime(Duration outOfOrderness, Duration idleness) {
        this.bounded = WatermarkStrategy.<IncomingNews>forBoundedOutOfOrderness(outOfOrderness)
                .withIdleness(idleness);
    }

    @Override
    public WatermarkGenerator<IncomingNews> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        return new ByReceipt(bounded.createWatermarkGenerator(context));
    }

    @Override
    public TimestampAssigner<IncomingNews> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return (news, recordTime) -> news.accepted() ? news.publishedAt : recordTime;
    }

    private record ByReceipt(WatermarkGenerator<IncomingNews> bounded) implements WatermarkGenerator<IncomingNews> {

        @Override
        public void onEvent(IncomingNews news, long timestamp, WatermarkOutput output) {
            if (news.accepted()) {
                bounded.onEvent(news, news.receivedAt, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            bounded.onPeriodicEmit(output);
        }
    }
}
