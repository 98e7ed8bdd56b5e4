package io.tidemark.batch.scan;

import io.tidemark.batch.bars.BarRollUp;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.bars.PartialBar;
import io.tidemark.batch.quality.SymbolRecord;
import io.tidemark.batch.quality.TradeMarks;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what scans have gathered: gives the bars' buckets as {@link BarRollUp} does, and on the way writes each
 * symbol's base rows. Holds one symbol's day (levels, sizes) and the marks of one minute.
 */
public final class DayRollUp implements Iterator<Bucket> {
    private final Iterator<? extends Map.Entry<MinuteKey, ? extends Serializable>> entries;
    private final BaseSink sink;
    private final Iterator<Bucket> buckets = new BarRollUp(new Bars());
    private @Nullable Symbol symbol;

    /**
     * A roll-up.
     *
     * @param entries of {@link RowScan}, ordered by key; a key may come several times in a row
     * @param sink given the base rows, by symbol
     */
    public DayRollUp(Iterator<? extends Map.Entry<MinuteKey, ? extends Serializable>> entries, BaseSink sink) {
        this.entries = entries;
        this.sink = sink;
    }

    /** Whether there is another bucket; once there is none, all base rows are written. */
    @Override
    public boolean hasNext() {
        return buckets.hasNext();
    }

    @Override
    public Bucket next() {
        return buckets.next();
    }

    private Symbol symbol(String name) {
        Symbol known = symbol;
        if (known == null || !known.name.equals(name)) {
            finish();
            known = new Symbol(name);
            symbol = known;
        }
        return known;
    }

    private void finish() {
        if (symbol != null) {
            try {
                symbol.write(sink);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            symbol = null;
        }
    }

    /** The partial bars among the entries; takes the rest out of their way. */
    private final class Bars implements Iterator<Map.Entry<MinuteKey, PartialBar>> {
        private Map.@Nullable Entry<MinuteKey, PartialBar> next;

        @Override
        public boolean hasNext() {
            while (next == null && entries.hasNext()) {
                Map.Entry<MinuteKey, ? extends Serializable> entry = entries.next();
                MinuteKey key = entry.getKey();
                Symbol of = symbol(key.symbol());
                if (entry.getValue() instanceof PartialBar bar) {
                    of.record.addCounts(bar.counted(), bar.priceUpdates(), bar.excluded());
                    next = Map.entry(key, bar);
                } else if (entry.getValue() instanceof TradeMarks marks) {
                    of.add(key.minute(), marks);
                } else if (entry.getValue() instanceof SymbolPartial partial) {
                    of.day.merge(partial);
                } else {
                    throw new IllegalArgumentException(
                            "no scan gathers " + entry.getValue().getClass());
                }
            }
            if (next == null) {
                finish();
            }
            return next != null;
        }

        @Override
        public Map.Entry<MinuteKey, PartialBar> next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Map.Entry<MinuteKey, PartialBar> given = next;
            next = null;
            return given;
        }
    }

    /** A symbol whose entries are coming. */
    private static final class Symbol {
        private final String name;
        private final SymbolPartial day = new SymbolPartial();
        private final SymbolRecord record = new SymbolRecord();
        private long minute;
        private @Nullable TradeMarks marks;

        Symbol(String name) {
            this.name = name;
        }

        void add(long ofMinute, TradeMarks more) {
            if (marks != null && minute == ofMinute) {
                marks.merge(more);
                return;
            }
            finishMinute();
            minute = ofMinute;
            marks = new TradeMarks();
            marks.merge(more);
        }

        void write(BaseSink sink) throws IOException {
            finishMinute();
            day.levels.write(name, sink);
            day.sizes.write(name, sink);
            record.write(name, day.rows(), day.order, day.lateness, sink);
        }

        private void finishMinute() {
            if (marks != null) {
                record.addMinute(minute, marks);
                marks = null;
            }
        }
    }
}
