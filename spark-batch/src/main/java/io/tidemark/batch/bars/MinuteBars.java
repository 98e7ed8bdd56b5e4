package io.tidemark.batch.bars;

import io.tidemark.batch.parse.ContentHash;
import io.tidemark.batch.parse.TextTable;
import io.tidemark.batch.parse.TradeRow;
import io.tidemark.contracts.conditions.RegularSession;
import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.contracts.landing.TradeCsv;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Combines trades into partial one-minute bars where they are read, so that few rows travel to where bars are finished.
 * For one thread.
 */
public final class MinuteBars {
    private static final long MINUTE_MS = 60_000;
    private static final Pattern SEPARATOR =
            Pattern.compile(String.valueOf(TradeCsv.CONDITION_SEPARATOR), Pattern.LITERAL);

    private final SaleConditionRules rules;
    private final long lateAfterMs;
    private final Function<String, ? extends SymbolRows> listeners;
    private final RegularSession session = new RegularSession();
    private final List<SymbolMinutes> symbols = new ArrayList<>();
    private final TextTable<SymbolMinutes> symbolTable = new TextTable<>(this::newSymbol);

    /**
     * No bars yet.
     *
     * @param rules which part of a bar a trade may update
     * @param lateAfter a trade that is received longer than this after the end of its minute is late
     * @param listeners who is told of a symbol's rows; asked when the symbol comes for the first time, and again when it
     *     is written in another way
     */
    public MinuteBars(SaleConditionRules rules, Duration lateAfter, Function<String, ? extends SymbolRows> listeners) {
        this.rules = rules;
        this.lateAfterMs = lateAfter.toMillis();
        this.listeners = listeners;
    }

    /** Adds a row: a trade, or a price update if its volume is zero. */
    public void add(TradeRow row) {
        SymbolMinutes symbol = row.symbol(symbolTable);
        long time = row.tradeTime();
        long minute = time - time % MINUTE_MS;
        PartialBar bar = symbol.bar(minute);
        if (row.volume() == 0) {
            bar.addPriceUpdate();
            symbol.listener.priceUpdate(row);
            return;
        }
        Conditions conditions = row.conditions(symbol.conditions);
        TradeEffects effects = session.contains(time) ? conditions.regular() : conditions.extended();
        boolean late = row.receivedAt() - lateAfterMs > minute + MINUTE_MS;
        bar.addTrade(row.price(), row.volume(), time, row.partition(), row.offset(), effects, late);
        symbol.listener.trade(row, minute, effects, conditions.hash());
    }

    /** Every partial bar, in no order; a key may come twice when a symbol was written in two ways. */
    public Stream<Map.Entry<MinuteKey, PartialBar>> entries() {
        return symbols.stream().flatMap(symbol -> symbol.minutes.entrySet().stream()
                .map(minute -> Map.entry(new MinuteKey(symbol.name, minute.getKey()), minute.getValue())));
    }

    private SymbolMinutes newSymbol(String name) {
        var symbol = new SymbolMinutes(name, rules, listeners.apply(name));
        symbols.add(symbol);
        return symbol;
    }

    /** What a trade may update within the regular session, and outside it. */
    private record Conditions(TradeEffects regular, TradeEffects extended, long hash) {}

    /** One symbol's bars; remembers the minute last asked for, because trades come nearly in order. */
    private static final class SymbolMinutes {
        private final String name;
        private final SymbolRows listener;
        private final TextTable<Conditions> conditions;
        private final Map<Long, PartialBar> minutes = new HashMap<>();
        private long currentMinute;
        private @Nullable PartialBar current;

        SymbolMinutes(String name, SaleConditionRules rules, SymbolRows listener) {
            this.name = name;
            this.listener = listener;
            this.conditions = new TextTable<>(joined -> {
                List<String> codes = joined.isEmpty() ? List.of() : List.of(SEPARATOR.split(joined));
                return new Conditions(
                        rules.effects(name, codes, true), rules.effects(name, codes, false), ContentHash.of(joined));
            });
        }

        PartialBar bar(long minute) {
            PartialBar bar = current;
            if (bar == null || minute != currentMinute) {
                bar = minutes.computeIfAbsent(minute, absent -> new PartialBar());
                current = bar;
                currentMinute = minute;
            }
            return bar;
        }
    }
}
