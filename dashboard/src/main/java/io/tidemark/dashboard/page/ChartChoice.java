package io.tidemark.dashboard.page;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the reader chose of the chart beside symbol and interval.
 *
 * @param compared symbols drawn beside it, a few at most, in the order in which they were chosen
 */
record ChartChoice(Set<ChartStudy> studies, ChartKind kind, ChartRange range, List<String> compared) {
    /** More lines than these nobody tells apart. */
    static final int MOST_COMPARED = 4;

    /** What is shown before anybody chose. */
    static final ChartChoice USUAL =
            new ChartChoice(ChartStudy.usual(), ChartKind.CANDLES, ChartRange.USUAL, List.of());

    ChartChoice {
        studies = Set.copyOf(studies);
        compared = List.copyOf(compared);
    }

    static ChartChoice of(QueryParameters query) {
        List<String> compared = Arrays.stream(value(query, "compare").split(",", -1))
                .map(symbol -> symbol.strip().toUpperCase(Locale.ROOT))
                .filter(symbol -> !symbol.isEmpty() && symbol.length() <= MarketAddress.LONGEST_SYMBOL)
                .distinct()
                .limit(MOST_COMPARED)
                .toList();
        return new ChartChoice(
                ChartStudy.of(value(query, "studies")),
                ChartKind.of(value(query, "chart")),
                ChartRange.of(value(query, "range")),
                compared);
    }

    private static String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("");
    }

    /** Writes what is not usual. */
    void putInto(Map<String, String> query) {
        if (!studies.equals(USUAL.studies)) {
            query.put("studies", ChartStudy.codes(inOrder()));
        }
        if (kind != ChartKind.CANDLES) {
            query.put("chart", kind.code());
        }
        if (range != ChartRange.USUAL) {
            query.put("range", range.code());
        }
        if (!compared.isEmpty()) {
            query.put("compare", String.join(",", compared));
        }
    }

    /** The studies in the order in which they are drawn. */
    Set<ChartStudy> inOrder() {
        Set<ChartStudy> ordered = EnumSet.noneOf(ChartStudy.class);
        ordered.addAll(studies);
        return ordered;
    }

    /** The same with a study added, or taken away where it was there. */
    ChartChoice toggled(ChartStudy study) {
        Set<ChartStudy> others = inOrder();
        if (!others.remove(study)) {
            others.add(study);
        }
        return new ChartChoice(others, kind, range, compared);
    }

    ChartChoice with(ChartKind other) {
        return new ChartChoice(studies, other, range, compared);
    }

    ChartChoice with(ChartRange other) {
        return new ChartChoice(studies, kind, other, compared);
    }

    /** The same beside one more symbol, without the first of them where it would be one too many. */
    ChartChoice comparedWith(String symbol) {
        List<String> more = Stream.concat(compared.stream().filter(other -> !other.equals(symbol)), Stream.of(symbol))
                .toList();
        return new ChartChoice(
                studies, kind, range, more.subList(Math.max(0, more.size() - MOST_COMPARED), more.size()));
    }

    ChartChoice without(String symbol) {
        return new ChartChoice(
                studies,
                kind,
                range,
                compared.stream().filter(other -> !other.equals(symbol)).toList());
    }
}
