package io.tidemark.batch.quality;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What tells the trades of one symbol and minute apart: a hash of each one's content and a hash of the frame that it came
 * in. 12 bytes a trade, and only a minute's trades are ever together, so memory does not grow with the day. Partials
 * merge in any order. For one thread.
 */
public final class TradeMarks implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int INITIAL_CAPACITY = 4;

    private long[] contents = new long[INITIAL_CAPACITY];
    private int[] frames = new int[INITIAL_CAPACITY];
    private int size;

    /**
     * Adds a trade.
     *
     * @param content hash of trade time, price, volume and conditions
     * @param frame hash of connection and frame
     */
    public void add(long content, int frame) {
        if (size == contents.length) {
            resize(size * 2);
        }
        contents[size] = content;
        frames[size] = frame;
        size++;
    }

    /** Takes in the marks of another. */
    public void merge(TradeMarks other) {
        int all = size + other.size;
        if (all > contents.length) {
            resize(Math.max(all, size * 2));
        }
        System.arraycopy(other.contents, 0, contents, size, other.size);
        System.arraycopy(other.frames, 0, frames, size, other.size);
        size = all;
    }

    /** Gives up what is reserved for further trades. Worth it before it travels. */
    public void trim() {
        resize(size);
    }

    /** Number of trades. */
    public int trades() {
        return size;
    }

    /**
     * Trades that probably are deliveries of others: for each content the number of trades less the greatest number of them
     * within one frame. A feed that repeats itself sends the frame again, while a frame may well hold equal prints.
     */
    public long suspectedDuplicates() {
        long[] sorted = Arrays.copyOf(contents, size);
        Arrays.sort(sorted);
        Map<Long, Map<Integer, Integer>> repeated = new HashMap<>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.computeIfAbsent(sorted[i], absent -> new HashMap<>());
            }
        }
        if (repeated.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            Map<Integer, Integer> ofContent = repeated.get(contents[i]);
            if (ofContent != null) {
                ofContent.merge(frames[i], 1, Integer::sum);
            }
        }
        long suspected = 0;
        for (Map<Integer, Integer> ofContent : repeated.values()) {
            int most = 0;
            for (int inFrame : ofContent.values()) {
                suspected += inFrame;
                most = Math.max(most, inFrame);
            }
            suspected -= most;
        }
        return suspected;
    }

    private void resize(int capacity) {
        contents = Arrays.copyOf(contents, capacity);
        frames = Arrays.copyOf(frames, capacity);
    }
}
