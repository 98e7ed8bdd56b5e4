package io.tidemark.speed.bars;

/** State of one symbol's minute. Flink serializes its fields; times are processing times in epoch ms. */
public final class OpenBar {
    public PartialBar content = new PartialBar();
    public long changedAt;
    public long emittedAt = Long.MIN_VALUE;
    /** When to look whether the market has gone quiet. */
    public long quietCheckAt;
    /** Whether it changed since it was emitted. */
    public boolean dirty;
    /** Whether it was emitted as closed. */
    public boolean closed;

    /** Last event time of the minute: what a watermark must reach to end it. */
    long end() {
        return content.minute + PartialBar.MINUTE_MS - 1;
    }
}
