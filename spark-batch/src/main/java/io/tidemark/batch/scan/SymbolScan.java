package io.tidemark.batch.scan;

import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.bars.SymbolRows;
import io.tidemark.batch.parse.ContentHash;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.batch.quality.TradeMarks;
import io.tidemark.contracts.conditions.TradeEffects;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a scan gathers of one symbol, beside its bars. */
final class SymbolScan implements SymbolRows {
    private final RowScan scan;
    private final SymbolPartial day = new SymbolPartial();
    private final Map<Long, TradeMarks> minutes = new HashMap<>();
    private long currentMinute;
    private @Nullable TradeMarks current;

    SymbolScan(RowScan scan) {
        this.scan = scan;
    }

    @Override
    public void priceUpdate(TradeRow row) {
        row(row);
    }

    @Override
    public void trade(TradeRow row, long minute, TradeEffects effects, long conditionsHash) {
        row(row);
        double price = row.price();
        double volume = row.volume();
        if (effects.volume()) {
            day.levels.add(price, volume);
            day.sizes.add(volume);
        }
        long content = ContentHash.with(conditionsHash, row.tradeTime());
        content = ContentHash.with(ContentHash.with(content, price), volume);
        marks(minute).add(content, row.frameHash());
    }

    Stream<Map.Entry<MinuteKey, Serializable>> entries(String symbol) {
        day.order.close();
        Map.Entry<MinuteKey, Serializable> ofDay = Map.entry(new MinuteKey(symbol, RowScan.WHOLE_DAY), day);
        return Stream.concat(Stream.of(ofDay), minutes.entrySet().stream().map(minute -> {
            minute.getValue().trim();
            return Map.entry(new MinuteKey(symbol, minute.getKey()), minute.getValue());
        }));
    }

    private void row(TradeRow row) {
        day.countRow();
        day.order.add(scan.piece(), row.partition(), row.offset(), row.tradeTime());
        day.lateness.add(row.receivedAt() - row.tradeTime());
    }

    private TradeMarks marks(long minute) {
        TradeMarks marks = current;
        if (marks == null || minute != currentMinute) {
            marks = minutes.computeIfAbsent(minute, absent -> new TradeMarks());
            current = marks;
            currentMinute = minute;
        }
        return marks;
    }
}
