package io.tidemark.dashboard.insights.ui;

import io.tidemark.dashboard.insights.Correlation;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.DayFigures;
import io.tidemark.dashboard.insights.SymbolInsights;
import io.tidemark.dashboard.insights.SymbolInsights.ProfileBin;
import io.tidemark.dashboard.insights.SymbolInsights.ValueArea;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Batch results as figures take them; the forms are those of content.ts. */
final class InsightsFigures {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Trades of fewer shares are odd lots. */
    private static final double ROUND_LOT = 100;
    /** Bars beside each other that are still told apart. */
    private static final int MOST_BARS = 160;

    private record Area(String name, double size, @Nullable Double change) {}

    private record Treemap(String kind, List<Area> cells) {}

    private record Matrix(String kind, List<String> names, List<List<@Nullable Object>> cells) {}

    private record Series(String name, List<@Nullable Double> values) {}

    private record Bars(String kind, List<String> names, boolean signed, List<Series> series) {}

    private record Level(BigDecimal price, double volume, boolean control, boolean area) {}

    private record Size(double size, long trades, boolean odd) {}

    private record Bins(String kind, List<?> bins) {}

    private InsightsFigures() {}

    /** Areas by notional, colours by return. */
    static String heatmap(DateInsights day) {
        return JSON.writeValueAsString(new Treemap(
                "treemap",
                day.figures().stream()
                        .filter(figures -> figures.notional() > 0)
                        .map(figures -> new Area(figures.symbol(), figures.notional(), figures.change()))
                        .toList()));
    }

    static String returns(DateInsights day) {
        List<DayFigures> sorted = descending(day, DayFigures::change);
        return bars(sorted, true, List.of(new Series("", values(sorted, DayFigures::change))));
    }

    static String volatility(DateInsights day, String realized, String parkinson) {
        List<DayFigures> sorted = descending(day, DayFigures::volatility5m);
        return bars(
                sorted,
                false,
                List.of(
                        new Series(realized, values(sorted, DayFigures::volatility5m)),
                        new Series(parkinson, values(sorted, DayFigures::parkinson))));
    }

    private static String bars(List<DayFigures> sorted, boolean signed, List<Series> series) {
        List<String> names = sorted.stream().map(DayFigures::symbol).toList();
        return JSON.writeValueAsString(new Bars("bars", names, signed, series));
    }

    /** Those that have the figure, the greatest first. */
    private static List<DayFigures> descending(DateInsights day, Function<DayFigures, @Nullable Double> figure) {
        return day.figures().stream()
                .filter(figures -> figure.apply(figures) != null)
                .sorted(Comparator.comparingDouble((DayFigures figures) -> orZero(figure.apply(figures)))
                        .reversed())
                .toList();
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static List<@Nullable Double> values(
            List<DayFigures> figures, Function<DayFigures, @Nullable Double> figure) {
        List<@Nullable Double> values = new ArrayList<>();
        figures.forEach(each -> values.add(figure.apply(each)));
        return values;
    }

    static String correlation(DateInsights day) {
        List<String> names = day.correlations().stream()
                .flatMap(pair -> Stream.of(pair.symbol(), pair.other()))
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (Correlation pair : day.correlations()) {
            List<@Nullable Object> cell = new ArrayList<>();
            cell.add(places.get(pair.other()));
            cell.add(places.get(pair.symbol()));
            cell.add(pair.correlation());
            cell.add(pair.samples());
            cells.add(cell);
        }
        return JSON.writeValueAsString(new Matrix("matrix", names, cells));
    }

    static String profile(SymbolInsights symbol) {
        ValueArea area = symbol.valueArea();
        int scale = area == null ? 2 : decimals(area.step());
        List<Level> levels = new ArrayList<>();
        for (ProfileBin bin : symbol.profile()) {
            BigDecimal price = BigDecimal.valueOf(bin.price()).setScale(scale, RoundingMode.HALF_EVEN);
            levels.add(new Level(price, bin.volume(), bin.pointOfControl(), bin.inValueArea()));
        }
        return JSON.writeValueAsString(new Bins("profile", levels));
    }

    /** Steps are powers of ten: 0.01 has two decimals, 10 has none. */
    private static int decimals(double step) {
        return (int) Math.max(0, Math.round(-Math.log10(step)));
    }

    /** The sizes that are traded most, where there are more than can be told apart. */
    static String sizes(SymbolInsights symbol) {
        boolean shares = symbol.distribution() != null && symbol.distribution().oddLots() != null;
        List<Size> sizes = symbol.sizes().stream()
                .sorted(Comparator.comparingLong(SymbolInsights.SizeBin::trades).reversed())
                .limit(MOST_BARS)
                .sorted(Comparator.comparingDouble(SymbolInsights.SizeBin::size))
                .map(bin -> new Size(bin.size(), bin.trades(), shares && bin.size() < ROUND_LOT))
                .toList();
        return JSON.writeValueAsString(new Bins("sizes", sizes));
    }
}
