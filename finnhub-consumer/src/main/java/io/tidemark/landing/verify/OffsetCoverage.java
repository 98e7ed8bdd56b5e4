package io.tidemark.landing.verify;

import java.util.BitSet;

/** Which offsets of one segment were seen: each must be, once. */
final class OffsetCoverage {
    private final long start;
    private final long end;
    private final BitSet seen;

    /** Of the range {@code [start, end)}, which must be a range that one segment can hold. */
    OffsetCoverage(long start, long end) {
        this.start = start;
        this.end = end;
        this.seen = new BitSet(Math.toIntExact(end - start));
    }

    boolean contains(long offset) {
        return offset >= start && offset < end;
    }

    /** Marks an offset of the range; false when it was seen before. */
    boolean add(long offset) {
        int index = (int) (offset - start);
        if (seen.get(index)) {
            return false;
        }
        seen.set(index);
        return true;
    }

    long missing() {
        return end - start - seen.cardinality();
    }

    /** First offset that was not seen; the range's end when there is none. */
    long firstMissing() {
        return start + seen.nextClearBit(0);
    }
}
