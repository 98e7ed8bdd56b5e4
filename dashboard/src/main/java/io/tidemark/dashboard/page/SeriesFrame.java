package io.tidemark.dashboard.page;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BarSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A whole series as columns, which is a third of what rows would take; its form stands in {@code bars.ts}. */
record SeriesFrame(
        String symbol,
        String interval,
        int decimals,
        boolean complete,
        List<Long> time,
        List<@Nullable Double> open,
        List<@Nullable Double> high,
        List<@Nullable Double> low,
        List<@Nullable Double> close,
        List<Double> volume,
        List<@Nullable Double> vwap,
        List<Long> trades,
        List<Long> eligible,
        List<Long> late,
        String layers) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static String json(BarSeries series, int decimals) {
        List<Bar> bars = series.bars();
        return JSON.writeValueAsString(new SeriesFrame(
                series.key().symbol(),
                series.key().interval().code(),
                decimals,
                series.complete(),
                steps(bars),
                column(bars, Bar::open),
                column(bars, Bar::high),
                column(bars, Bar::low),
                column(bars, Bar::close),
                bars.stream().map(Bar::volume).toList(),
                column(bars, bar -> rounded(bar.vwap())),
                bars.stream().map(Bar::trades).toList(),
                bars.stream().map(Bar::eligibleTrades).toList(),
                bars.stream().map(Bar::lateTrades).toList(),
                bars.stream().map(bar -> letter(bar.layer())).collect(Collectors.joining())));
    }

    /** The letter of a layer in a frame. */
    static String letter(BarLayer layer) {
        return switch (layer) {
            case BATCH -> "b";
            case SPEED -> "s";
            case MERGED -> "m";
        };
    }

    /** The first time, and then the steps between bars; seconds. */
    static List<Long> steps(List<Bar> bars) {
        List<Long> steps = new ArrayList<>(bars.size());
        long before = 0;
        for (Bar bar : bars) {
            long time = bar.bucket().getEpochSecond();
            steps.add(time - before);
            before = time;
        }
        return steps;
    }

    static List<@Nullable Double> column(List<Bar> bars, Function<Bar, @Nullable Double> value) {
        List<@Nullable Double> column = new ArrayList<>(bars.size());
        bars.forEach(bar -> column.add(value.apply(bar)));
        return column;
    }

    /** For display only, and half as long. */
    private static @Nullable Double rounded(@Nullable Double vwap) {
        return vwap == null ? null : Math.round(vwap * 1e8) / 1e8;
    }
}
