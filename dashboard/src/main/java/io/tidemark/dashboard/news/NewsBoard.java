package io.tidemark.dashboard.news;

import java.util.List;

/**
 * What is read anew in each look, because it is short.
 *
 * @param alerts newest first
 * @param trends of the latest hour, the most remarkable first
 * @param buzz of the latest hour, the most remarkable first
 */
public record NewsBoard(List<Alert> alerts, List<Trend> trends, List<Buzz> buzz) {
    /** Nothing is known. */
    public static final NewsBoard EMPTY = new NewsBoard(List.of(), List.of(), List.of());

    public NewsBoard {
        alerts = List.copyOf(alerts);
        trends = List.copyOf(trends);
        buzz = List.copyOf(buzz);
    }
}
