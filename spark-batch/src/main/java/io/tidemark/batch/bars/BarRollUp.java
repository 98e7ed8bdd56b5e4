package io.tidemark.batch.bars;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Buckets of every interval from partial one-minute bars in the order of their keys. Longer bars are merged from the
 * partial minutes, not from rounded bars. Holds one open bucket an interval, however many symbols there are.
 */
public final class BarRollUp implements Iterator<Bucket> {
    private static final Interval[] INTERVALS = Interval.values();

    private final Iterator<? extends Map.Entry<MinuteKey, PartialBar>> minutes;
    private final EnumMap<Interval, Bucket> open = new EnumMap<>(Interval.class);
    private final ArrayDeque<Bucket> finished = new ArrayDeque<>();

    /**
     * A roll-up.
     *
     * @param minutes ordered by key; a key may come several times in a row
     */
    public BarRollUp(Iterator<? extends Map.Entry<MinuteKey, PartialBar>> minutes) {
        this.minutes = minutes;
    }

    @Override
    public boolean hasNext() {
        while (finished.isEmpty() && minutes.hasNext()) {
            Map.Entry<MinuteKey, PartialBar> minute = minutes.next();
            add(minute.getKey(), minute.getValue());
        }
        if (finished.isEmpty()) {
            finished.addAll(open.values());
            open.clear();
        }
        return !finished.isEmpty();
    }

    @Override
    public Bucket next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return finished.remove();
    }

    private void add(MinuteKey key, PartialBar minute) {
        for (Interval interval : INTERVALS) {
            long start = interval.bucket(key.minute());
            Bucket bucket = open.get(interval);
            if (bucket == null || bucket.start() != start || !bucket.symbol().equals(key.symbol())) {
                if (bucket != null) {
                    finished.add(bucket);
                }
                bucket = new Bucket(key.symbol(), interval, start, new PartialBar());
                open.put(interval, bucket);
            }
            bucket.content().merge(minute);
        }
    }
}
