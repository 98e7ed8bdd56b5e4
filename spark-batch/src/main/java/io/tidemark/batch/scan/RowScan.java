package io.tidemark.batch.scan;

import io.tidemark.batch.bars.MinuteBars;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers all that results are made of where rows are read: partial bars, and what needs single trades. Few and small things
 * leave it, whatever it reads. For one thread.
 */
public final class RowScan {
    /** In place of a minute, for what is of a symbol's whole day: so it comes before the symbol's minutes. */
    static final long WHOLE_DAY = Long.MIN_VALUE;

    private final Map<String, SymbolScan> symbols = new LinkedHashMap<>();
    private final MinuteBars bars;
    private @Nullable FileRange range;
    private int piece;

    /**
     * A scan that has read nothing.
     *
     * @param rules which part of a bar a trade may update
     * @param lateAfter a trade that is received longer than this after the end of its minute is late
     */
    public RowScan(SaleConditionRules rules, Duration lateAfter) {
        bars = new MinuteBars(
                rules, lateAfter, symbol -> symbols.computeIfAbsent(symbol, absent -> new SymbolScan(this)));
    }

    /** Must be called before the rows of a range come, one after another. */
    public void begin(FileRange next) {
        if (range == null || !follows(range, next)) {
            piece++;
        }
        range = next;
    }

    /** Must be called before rows of a landed file come from elsewhere than a range, in their order but not all of them perhaps. */
    public void beginFile() {
        piece++;
        range = null;
    }

    /** Adds a row of what was begun. */
    public void add(TradeRow row) {
        bars.add(row);
    }

    /** All that was gathered, in no order; nothing can be added any more. A key may come several times. */
    public Stream<Map.Entry<MinuteKey, Serializable>> entries() {
        return Stream.concat(
                bars.entries().map(minute -> Map.entry(minute.getKey(), minute.getValue())),
                symbols.entrySet().stream().flatMap(symbol -> symbol.getValue().entries(symbol.getKey())));
    }

    /** Number of the contiguous piece of rows that is being read. */
    int piece() {
        return piece;
    }

    /** Whether no other row can lie between the two ranges, in the order of offsets of a partition and hour. */
    private static boolean follows(FileRange before, FileRange next) {
        if (before.fileIndex() == next.fileIndex()) {
            return before.end() == next.start();
        }
        return before.end() == before.file().bytes()
                && next.start() == 0
                && before.file().partition() == next.file().partition()
                && before.file().bucketStart() == next.file().bucketStart()
                && before.file().endOffset() == next.file().startOffset();
    }
}
