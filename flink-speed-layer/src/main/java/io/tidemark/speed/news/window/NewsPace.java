package io.tidemark.speed.news.window;

import io.tidemark.speed.flow.Pace;

/** State of one name: when it was sent and when to look for silence. Flink serializes its fields. */
public final class NewsPace {
    static final long NEVER = Long.MAX_VALUE;

    public Pace pace = new Pace();
    /** When news of it came last; processing time, epoch ms. */
    public long heardAt;
    /** When to look whether it has fallen silent; processing time, epoch ms. */
    public long quietCheckAt = NEVER;
}
