package io.tidemark.batch.profile;

import io.tidemark.batch.bars.PreciseSum;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A number of trades and their exact volume for each of some keys: a hash table of primitive arrays, because it is asked
 * for every trade and travels between tasks. Tables of disjoint sets of trades merge into that of their union, whatever
 * the order. For one thread.
 */
final class CountedSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int INITIAL_CAPACITY = 8;

    private long[] keys = new long[INITIAL_CAPACITY];
    /** Zero marks a free slot: what is there has trades. */
    private long[] counts = new long[INITIAL_CAPACITY];

    private double[] sums = new double[INITIAL_CAPACITY];
    private double[] rests = new double[INITIAL_CAPACITY];
    private int size;
    private final PreciseSum scratch = new PreciseSum();

    void add(long key, double volume) {
        int slot = slot(key);
        scratch.set(sums[slot], rests[slot]);
        scratch.add(volume);
        put(slot, key, 1);
    }

    void merge(CountedSums other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] > 0) {
                addAll(other.keys[i], other, i);
            }
        }
    }

    /** Takes in one key's content under another key. */
    void addAll(long key, CountedSums other, int otherSlot) {
        int slot = slot(key);
        scratch.set(sums[slot], rests[slot]);
        scratch.add(other.sums[otherSlot]);
        scratch.add(other.rests[otherSlot]);
        put(slot, key, other.counts[otherSlot]);
    }

    /** Slots in the order of their keys. */
    int[] slots() {
        long[] sorted = new long[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                sorted[n++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted).mapToInt(this::slot).toArray();
    }

    long key(int slot) {
        return keys[slot];
    }

    long count(int slot) {
        return counts[slot];
    }

    double sum(int slot) {
        return sums[slot];
    }

    private void put(int slot, long key, long count) {
        boolean isNew = counts[slot] == 0;
        keys[slot] = key;
        counts[slot] += count;
        sums[slot] = scratch.value();
        rests[slot] = scratch.rest();
        if (isNew && ++size * 2 > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 40) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        double[] oldSums = sums;
        double[] oldRests = rests;
        int capacity = oldKeys.length * 2;
        keys = new long[capacity];
        counts = new long[capacity];
        sums = new double[capacity];
        rests = new double[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
                sums[slot] = oldSums[i];
                rests[slot] = oldRests[i];
            }
        }
    }
}
