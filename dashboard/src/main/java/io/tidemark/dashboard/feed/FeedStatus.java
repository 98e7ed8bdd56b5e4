package io.tidemark.dashboard.feed;

import java.time.Instant;

/** Whether the feed can read the serving layer. */
public sealed interface FeedStatus {

    /** The first look is not over yet. */
    enum Starting implements FeedStatus {
        INSTANCE
    }

    /** The last look succeeded. */
    enum Current implements FeedStatus {
        INSTANCE
    }

    /** Every look since an instant has failed; what is shown is what was read before. */
    record Away(Instant since, ServingFault fault) implements FeedStatus {}

    /** What a failed look makes of this status: the outage began with the first of them. */
    default FeedStatus failed(Instant at, ServingFault fault) {
        return new Away(this instanceof Away(var since, var former) ? since : at, fault);
    }
}
