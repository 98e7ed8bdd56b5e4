package io.tidemark.dashboard.insights;

import io.tidemark.dashboard.feed.FakeReader;
import io.tidemark.dashboard.insights.SymbolInsights.ProfileBin;
import io.tidemark.dashboard.insights.SymbolInsights.SizeBin;
import io.tidemark.dashboard.insights.SymbolInsights.SizeDistribution;
import io.tidemark.dashboard.insights.SymbolInsights.ValueArea;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Batch results that are what a test says, and that remember what they were asked. */
public final class FakeInsights extends FakeReader<InsightsReader.Session, FakeInsights>
        implements InsightsReader, InsightsReader.Session {
    private final Map<LocalDate, Map<String, Double>> closes = new TreeMap<>();
    private final Map<LocalDate, Long> runs = new TreeMap<>();
    private long lastRun;

    /** A run publishes a date on which these symbols had these returns. */
    public FakeInsights publishes(LocalDate date, Map<String, Double> returns) {
        closes.put(date, new TreeMap<>(returns));
        runs.put(date, ++lastRun);
        return this;
    }

    @Override
    protected FakeInsights self() {
        return this;
    }

    @Override
    protected InsightsReader.Session session() {
        return this;
    }

    @Override
    public List<PublishedDate> dates() {
        List<PublishedDate> dates = new ArrayList<>();
        runs.forEach((date, run) -> {
            Instant end = date.atTime(20, 0).toInstant(ZoneOffset.UTC);
            dates.add(new PublishedDate(date, run, end.plusSeconds(60), end));
        });
        return dates.reversed();
    }

    @Override
    public DateInsights of(LocalDate date) {
        asked(date.toString());
        Map<String, Double> returns = closes.getOrDefault(date, Map.of());
        List<Mover> movers = new ArrayList<>();
        List<DayFigures> figures = new ArrayList<>();
        List<Correlation> correlations = new ArrayList<>();
        returns.forEach((symbol, change) -> {
            figures.add(new DayFigures(
                    symbol,
                    "regular",
                    100 * (1 + change),
                    100.0,
                    change,
                    100.0,
                    1000 * symbol.length(),
                    50,
                    0.01,
                    0.012,
                    0.011,
                    0.02,
                    null,
                    55.0));
            returns.keySet().stream()
                    .filter(other -> !other.equals(symbol))
                    .forEach(other -> correlations.add(new Correlation(symbol, other, 60, 0.5, 0.8)));
        });
        for (String list : List.of("gainers", "losers")) {
            figures.stream()
                    .filter(each -> each.change() != null && (each.change() > 0) == list.equals("gainers"))
                    .sorted(Comparator.comparing(DayFigures::symbol))
                    .forEach(each -> movers.add(new Mover(
                            list, 1, each.symbol(), 100, 100.0, each.change(), each.volume(), each.notional())));
        }
        return new DateInsights(movers, figures, correlations);
    }

    @Override
    public SymbolInsights of(SymbolDay day) {
        asked(day.symbol() + " " + day.date());
        if (!closes.getOrDefault(day.date(), Map.of()).containsKey(day.symbol())) {
            return SymbolInsights.EMPTY;
        }
        return new SymbolInsights(
                List.of(
                        new ProfileBin(99.8, 500, 5, false, false),
                        new ProfileBin(99.9, 3000, 30, true, true),
                        new ProfileBin(100.1, 700, 7, false, true)),
                new ValueArea(0.1, 99.9, 99.9, 100.1, 4200),
                List.of(new SizeBin(50, 20, 1000), new SizeBin(100, 40, 4000)),
                new SizeDistribution(
                        60, 5000, 20L, 0.33, 83.3, List.of(1.0, 2.0, 3.0, 4.0, 50.0, 6.0, 7.0, 8.0, 9.0), 100));
    }
}
