package io.tidemark.dashboard.insights.ui;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.widget.ReaderChoices;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a link to the view says: {@code /insights?date=2026-11-23&symbol=IBM&movers=losers&tables=heatmap,returns}. What is
 * usual is left out, and what cannot be read counts as left out.
 *
 * @param date none for the newest
 * @param symbol empty for the most active
 * @param movers which list: gainers, losers or active
 * @param tables panels whose table is wanted in place of their figure
 */
record InsightsAddress(
        Optional<LocalDate> date, String symbol, String movers, Set<String> tables, ReaderChoices reader) {
    static final List<String> LISTS = List.of("gainers", "losers", "active");
    static final List<String> FIGURES = List.of("heatmap", "returns", "volatility", "correlation", "profile", "sizes");
    private static final int LONGEST_SYMBOL = 64;

    InsightsAddress {
        tables = tables.stream().filter(FIGURES::contains).collect(Collectors.toUnmodifiableSet());
    }

    static InsightsAddress of(QueryParameters query) {
        String symbol = value(query, "symbol").strip().toUpperCase(Locale.ROOT);
        String movers = value(query, "movers");
        return new InsightsAddress(
                dateOf(value(query, "date")),
                symbol.length() > LONGEST_SYMBOL ? symbol.substring(0, LONGEST_SYMBOL) : symbol,
                LISTS.contains(movers) ? movers : LISTS.getFirst(),
                Set.copyOf(Arrays.asList(value(query, "tables").split(",", -1)).stream()
                        .distinct()
                        .toList()),
                ReaderChoices.of(query));
    }

    private static String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("");
    }

    private static Optional<LocalDate> dateOf(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    QueryParameters toQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        date.ifPresent(day -> query.put("date", day.toString()));
        if (!symbol.isEmpty()) {
            query.put("symbol", symbol);
        }
        if (!movers.equals(LISTS.getFirst())) {
            query.put("movers", movers);
        }
        if (!tables.isEmpty()) {
            query.put("tables", String.join(",", new TreeSet<>(tables)));
        }
        reader.putInto(query);
        return QueryParameters.simple(query);
    }

    InsightsAddress withDate(LocalDate other) {
        return new InsightsAddress(Optional.of(other), symbol, movers, tables, reader);
    }

    InsightsAddress withSymbol(String other) {
        return new InsightsAddress(date, other, movers, tables, reader);
    }

    InsightsAddress withMovers(String other) {
        return new InsightsAddress(date, symbol, other, tables, reader);
    }

    InsightsAddress withTable(String panel, boolean wanted) {
        Set<String> others = new TreeSet<>(tables);
        if (wanted) {
            others.add(panel);
        } else {
            others.remove(panel);
        }
        return new InsightsAddress(date, symbol, movers, others, reader);
    }
}
