package io.tidemark.batch.bars;

import java.io.Serializable;

/** A bar's first or last trade: its price, and its place in the order of (trade time, partition, offset). */
final class EdgeTrade implements Serializable {
    private static final long serialVersionUID = 1L;

    private double price;
    private long time;
    private int partition;
    private long offset;

    void set(double newPrice, long newTime, int newPartition, long newOffset) {
        price = newPrice;
        time = newTime;
        partition = newPartition;
        offset = newOffset;
    }

    void set(EdgeTrade other) {
        set(other.price, other.time, other.partition, other.offset);
    }

    double price() {
        return price;
    }

    boolean isBefore(EdgeTrade other) {
        return isBefore(other.time, other.partition, other.offset);
    }

    boolean isBefore(long otherTime, int otherPartition, long otherOffset) {
        if (time != otherTime) {
            return time < otherTime;
        }
        return partition != otherPartition ? partition < otherPartition : offset < otherOffset;
    }
}
