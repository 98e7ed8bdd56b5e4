package io.tidemark.speed.flow;

import java.time.Duration;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Holds values back for a moment of processing time. Has no state to restore, because it empties itself before every
 * checkpoint barrier; and before every watermark, so that nothing it holds can be late for having been held.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public abstract class BufferingOperator<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, ProcessingTimeCallback {
    private static final long serialVersionUID = 1L;

    private final long holdMs;
    private transient boolean timerSet;

    /**
     * An operator that chains to the one before it.
     *
     * @param hold how long a value waits at most
     */
    protected BufferingOperator(Duration hold) {
        this.holdMs = hold.toMillis();
    }

    /**
     * Adds this operator to a stream, in the task that the stream's elements come from: Flink 2 does so by itself, Flink 1.20
     * gives an operator like this a task of its own.
     *
     * @param stream what it takes in
     * @param name of the operator
     * @param type of what goes out
     */
    public final SingleOutputStreamOperator<O> appendTo(DataStream<I> stream, String name, TypeInformation<O> type) {
        SingleOutputStreamOperator<O> result = stream.transform(name, type, this);
        ((PhysicalTransformation<O>) result.getTransformation()).setChainingStrategy(ChainingStrategy.ALWAYS);
        return result;
    }

    /** Takes a value in; may {@link #emit} to make room. */
    protected abstract void hold(I value);

    /** Emits everything that is held. */
    protected abstract void release();

    /** Sends a value on. */
    protected final void emit(O value) {
        output.collect(new StreamRecord<>(value));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a timer that fails fails its task
    public void processElement(StreamRecord<I> element) {
        hold(element.getValue());
        if (!timerSet) {
            timerSet = true;
            var time = getProcessingTimeService();
            time.registerTimer(time.getCurrentProcessingTime() + holdMs, this);
        }
    }

    @Override
    public void onProcessingTime(long timestamp) {
        timerSet = false;
        release();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        release();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        release();
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        // An idle input lets the others' watermark pass by.
        release();
        super.processWatermarkStatus(status);
    }

    @Override
    public void finish() throws Exception {
        release();
        super.finish();
    }
}
