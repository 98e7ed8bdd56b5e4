package io.tidemark.batch.bars;

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
    private final RegularSession session = new RegularSession();
    private final List<SymbolMinutes> symbols = new ArrayList<>();
    private final TextTable<SymbolMinutes> symbolTable = new TextTable<>(this::newSymbol);

    /**
     * No bars yet.
     *
     * @param rules which part of a bar a trade may update
     * @param lateAfter a trade that is received longer than this after the end of its minute is late
     */
    public MinuteBars(SaleConditionRules rules, Duration lateAfter) {
        this.rules = rules;
        this.lateAfterMs = lateAfter.toMillis();
    }

    /** Adds a row: a trade, or a price update if its volume is zero. */
    public void add(TradeRow row) {
        SymbolMinutes symbol = row.symbol(symbolTable);
        long time = row.tradeTime();
        long minute = time - time % MINUTE_MS;
        PartialBar bar = symbol.bar(minute);
        if (row.volume() == 0) {
            bar.addPriceUpdate();
            return;
        }
        SessionEffects effects = row.conditions(symbol.effects);
        boolean late = row.receivedAt() - lateAfterMs > minute + MINUTE_MS;
        bar.addTrade(
                row.price(),
                row.volume(),
                time,
                row.partition(),
                row.offset(),
                session.contains(time) ? effects.regular() : effects.extended(),
                late);
    }

    /** Every partial bar, in no order; a key may come twice when a symbol was written in two ways. */
    public Stream<Map.Entry<MinuteKey, PartialBar>> entries() {
        return symbols.stream().flatMap(symbol -> symbol.minutes.entrySet().stream()
                .map(minute -> Map.entry(new MinuteKey(symbol.name, minute.getKey()), minute.getValue())));
    }

    private SymbolMinutes newSymbol(String name) {
        var symbol = new SymbolMinutes(name, rules);
        symbols.add(symbol);
        return symbol;
    }

    /** What a trade may update within the regular session, and outside it. */
    private record SessionEffects(TradeEffects regular, TradeEffects extended) {}

    /** One symbol's bars; remembers the minute last asked for, because trades come nearly in order. */
    private static final class SymbolMinutes {
        private final String name;
        private final TextTable<SessionEffects> effects;
        private final Map<Long, PartialBar> minutes = new HashMap<>();
        private long currentMinute;
        private @Nullable PartialBar current;

        SymbolMinutes(String name, SaleConditionRules rules) {
            this.name = name;
            this.effects = new TextTable<>(joined -> {
                List<String> codes = joined.isEmpty() ? List.of() : List.of(SEPARATOR.split(joined));
                return new SessionEffects(rules.effects(name, codes, true), rules.effects(name, codes, false));
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
