package io.tidemark.dashboard.insights;

import java.util.List;

/**
 * What is known of a date as a whole.
 *
 * @param figures by symbol
 * @param correlations by symbol and other
 */
public record DateInsights(List<Mover> movers, List<DayFigures> figures, List<Correlation> correlations) {
    /** Nothing is known. */
    public static final DateInsights EMPTY = new DateInsights(List.of(), List.of(), List.of());

    public DateInsights {
        movers = List.copyOf(movers);
        figures = List.copyOf(figures);
        correlations = List.copyOf(correlations);
    }

    /** Symbols that have a day, in order. */
    public List<String> symbols() {
        return figures.stream().map(DayFigures::symbol).toList();
    }
}
