package io.tidemark.speed.news.window;

import io.tidemark.speed.news.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets those versions of stories pass that can still be counted, for all who count. Kept out and counted are
 *
 * <ul>
 *   <li>metric {@code newsLate}: those received longer after their publication than the allowed lateness. That depends on the
 *       story alone, so a replay leaves out the same ones;
 *   <li>metric {@code newsForgotten}: those whose hour is gone by the watermark nevertheless, because old records were put on
 *       the topic again. Behind this gate the watermark is never further, so no hour comes back once it is forgotten.
 * </ul>
 *
 * <p>Flink begins without a watermark after a restart. The one of the checkpoint is kept here: the state behind this gate has
 * forgotten what lies before it.
 */
@SuppressWarnings("NullAway.Init") // Flink opens an operator before it uses it
public final class Timeliness extends AbstractStreamOperator<Story> implements OneInputStreamOperator<Story, Story> {
    private static final long serialVersionUID = 1L;

    private final long latenessMs;
    private transient ListState<Long> kept;
    private transient long watermark;
    private transient Counter late;
    private transient Counter forgotten;

    /** With the longest time from publication to receipt that still counts. */
    public Timeliness(Duration allowedLateness) {
        this.latenessMs = allowedLateness.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        late = getMetricGroup().counter("newsLate");
        forgotten = getMetricGroup().counter("newsForgotten");
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        kept = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG));
        List<Long> ofEachTask = new ArrayList<>();
        kept.get().forEach(ofEachTask::add);
        // Who comes after several tasks had the earliest of their watermarks. A checkpoint without news has none.
        watermark = ofEachTask.stream().min(Comparator.naturalOrder()).orElse(Long.MIN_VALUE);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        kept.update(List.of(watermark));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = Math.max(watermark, mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void processElement(StreamRecord<Story> element) {
        Story story = element.getValue();
        if (story.receivedAt - story.publishedAt > latenessMs) {
            late.inc();
        } else if (NewsWidth.forgetHourAt(NewsWidth.hourOf(story.publishedAt), latenessMs) <= watermark) {
            forgotten.inc();
        } else {
            output.collect(element);
        }
    }
}
