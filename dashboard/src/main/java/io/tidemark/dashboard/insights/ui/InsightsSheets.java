package io.tidemark.dashboard.insights.ui;

import static io.tidemark.dashboard.widget.Sheet.row;

import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.SymbolInsights;
import io.tidemark.dashboard.widget.Sheet;
import io.tidemark.dashboard.widget.Sheet.Column;
import io.tidemark.dashboard.widget.Sheet.Kind;
import java.time.LocalDate;
import java.util.List;

/** Batch results as sheets; their columns are named as those of schema serving. */
final class InsightsSheets {
    private static final List<Column> MOVERS = List.of(
            new Column("rank", Kind.NUMBER),
            new Column("symbol", Kind.TEXT),
            new Column("close", Kind.NUMBER),
            new Column("return", Kind.CHANGE),
            new Column("volume", Kind.NUMBER),
            new Column("notional", Kind.NUMBER));
    private static final List<Column> HEATMAP = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("return", Kind.CHANGE),
            new Column("vwap", Kind.NUMBER),
            new Column("volume", Kind.NUMBER),
            new Column("notional", Kind.NUMBER),
            new Column("trades", Kind.NUMBER));
    private static final List<Column> RETURNS = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("session", Kind.TEXT),
            new Column("previous_close", Kind.NUMBER),
            new Column("close", Kind.NUMBER),
            new Column("return", Kind.CHANGE),
            new Column("max_drawdown", Kind.SHARE),
            new Column("rsi_14", Kind.NUMBER));
    private static final List<Column> VOLATILITY = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("realized_volatility_1m", Kind.SHARE),
            new Column("realized_volatility_5m", Kind.SHARE),
            new Column("parkinson_volatility", Kind.SHARE),
            new Column("atr_14", Kind.NUMBER));
    private static final List<Column> CORRELATION = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("other", Kind.TEXT),
            new Column("correlation", Kind.RATIO),
            new Column("beta", Kind.RATIO),
            new Column("samples", Kind.NUMBER));
    private static final List<Column> PROFILE = List.of(
            new Column("price", Kind.NUMBER),
            new Column("volume", Kind.NUMBER),
            new Column("trades", Kind.NUMBER),
            new Column("point_of_control", Kind.TEXT),
            new Column("in_value_area", Kind.TEXT));
    private static final List<Column> SIZES = List.of(
            new Column("size", Kind.NUMBER), new Column("trades", Kind.NUMBER), new Column("volume", Kind.NUMBER));

    private InsightsSheets() {}

    static Sheet movers(LocalDate date, DateInsights day, String list) {
        return new Sheet(
                list + "-" + date,
                MOVERS,
                day.movers().stream()
                        .filter(mover -> mover.list().equals(list))
                        .map(mover -> row(
                                mover.rank(),
                                mover.symbol(),
                                mover.close(),
                                mover.change(),
                                mover.volume(),
                                mover.notional()))
                        .toList());
    }

    static Sheet heatmap(LocalDate date, DateInsights day) {
        return new Sheet(
                "heatmap-" + date,
                HEATMAP,
                day.figures().stream()
                        .filter(figures -> figures.notional() > 0)
                        .map(figures -> row(
                                figures.symbol(),
                                figures.change(),
                                figures.vwap(),
                                figures.volume(),
                                figures.notional(),
                                figures.trades()))
                        .toList());
    }

    static Sheet returns(LocalDate date, DateInsights day) {
        return new Sheet(
                "returns-" + date,
                RETURNS,
                day.figures().stream()
                        .filter(figures -> figures.change() != null)
                        .map(figures -> row(
                                figures.symbol(),
                                figures.session(),
                                figures.previousClose(),
                                figures.close(),
                                figures.change(),
                                figures.maxDrawdown(),
                                figures.relativeStrength()))
                        .toList());
    }

    static Sheet volatility(LocalDate date, DateInsights day) {
        return new Sheet(
                "volatility-" + date,
                VOLATILITY,
                day.figures().stream()
                        .filter(figures -> figures.volatility5m() != null)
                        .map(figures -> row(
                                figures.symbol(),
                                figures.volatility1m(),
                                figures.volatility5m(),
                                figures.parkinson(),
                                figures.averageTrueRange()))
                        .toList());
    }

    static Sheet correlation(LocalDate date, DateInsights day) {
        return new Sheet(
                "correlation-" + date,
                CORRELATION,
                day.correlations().stream()
                        .map(pair -> row(pair.symbol(), pair.other(), pair.correlation(), pair.beta(), pair.samples()))
                        .toList());
    }

    static Sheet profile(String name, SymbolInsights symbol) {
        return new Sheet(
                "volume-profile-" + name,
                PROFILE,
                symbol.profile().stream()
                        .map(bin ->
                                row(bin.price(), bin.volume(), bin.trades(), bin.pointOfControl(), bin.inValueArea()))
                        .toList());
    }

    static Sheet sizes(String name, SymbolInsights symbol) {
        return new Sheet(
                "trade-sizes-" + name,
                SIZES,
                symbol.sizes().stream()
                        .map(bin -> row(bin.size(), bin.trades(), bin.volume()))
                        .toList());
    }
}
