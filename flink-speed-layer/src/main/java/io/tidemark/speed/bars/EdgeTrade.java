package io.tidemark.speed.bars;

/**
 * The first or the last of some trades by (trade time, partition, offset), and its price. Flink serializes its fields.
 */
public final class EdgeTrade {
    private static final long NONE = -1;

    public double price;
    public long time;
    public int partition;
    /** {@value #NONE} while there is no trade. */
    public long offset = NONE;

    /** Whether there is a trade. */
    public boolean exists() {
        return offset != NONE;
    }

    /** Becomes the given trade if that is earlier, or if there was none; true when it did. */
    public boolean keepEarlier(double otherPrice, long otherTime, int otherPartition, long otherOffset) {
        if (exists() && compare(otherTime, otherPartition, otherOffset) <= 0) {
            return false;
        }
        return set(otherPrice, otherTime, otherPartition, otherOffset);
    }

    /** Becomes the given trade if that is later, or if there was none; true when it did. */
    public boolean keepLater(double otherPrice, long otherTime, int otherPartition, long otherOffset) {
        if (exists() && compare(otherTime, otherPartition, otherOffset) >= 0) {
            return false;
        }
        return set(otherPrice, otherTime, otherPartition, otherOffset);
    }

    /** Becomes the other if that is earlier; true when it did. */
    public boolean keepEarlier(EdgeTrade other) {
        return other.exists() && keepEarlier(other.price, other.time, other.partition, other.offset);
    }

    /** Becomes the other if that is later; true when it did. */
    public boolean keepLater(EdgeTrade other) {
        return other.exists() && keepLater(other.price, other.time, other.partition, other.offset);
    }

    private int compare(long otherTime, int otherPartition, long otherOffset) {
        if (time != otherTime) {
            return Long.compare(time, otherTime);
        }
        return partition != otherPartition
                ? Integer.compare(partition, otherPartition)
                : Long.compare(offset, otherOffset);
    }

    private boolean set(double newPrice, long newTime, int newPartition, long newOffset) {
        price = newPrice;
        time = newTime;
        partition = newPartition;
        offset = newOffset;
        return true;
    }
}
