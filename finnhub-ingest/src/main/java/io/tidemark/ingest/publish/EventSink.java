package io.tidemark.ingest.publish;

import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.Trade;
import java.util.List;

/**
 * Takes events for delivery. Each call may wait while too much is under way; once it returns, the events are delivered
 * or the process fails.
 */
public interface EventSink {

    /**
     * Takes trades in their order.
     *
     * @throws SinkClosedException when the sink was closed before it took them
     */
    void trades(List<Trade> trades);

    void gap(FeedGap gap);

    void deadLetter(DeadLetter letter);
}
