package io.tidemark.dashboard.insights.ui;

import com.vaadin.flow.component.Component;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.SymbolInsights;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.SheetText;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The panels about one symbol's date: at which prices, and in which sizes, it was traded. */
final class SymbolPanels {
    private final FigurePanel profile;
    private final FigurePanel sizes;
    private final Choice profileSymbol;
    private final Choice sizesSymbol;

    SymbolPanels(PanelChoices choices, InstantSource clock) {
        profile = FigurePanel.of("profile", clock, choices);
        sizes = FigurePanel.of("sizes", clock, choices);
        profileSymbol = new Choice(Texts.of("profile.symbol"), choices::symbol);
        profileSymbol.setId("profile-symbol");
        sizesSymbol = new Choice(Texts.of("sizes.symbol"), choices::symbol);
        sizesSymbol.setId("sizes-symbol");
        profile.panel().addTool(profileSymbol);
        sizes.panel().addTool(sizesSymbol);
    }

    Component[] panels() {
        return new Component[] {profile.panel(), sizes.panel()};
    }

    void show(DateInsights day, SymbolInsights symbol, Shown shown, InsightsAddress address) {
        Map<String, String> symbols = new LinkedHashMap<>();
        day.symbols().forEach(each -> symbols.put(each, each));
        if (!shown.day().symbol().isEmpty()) {
            symbols.putIfAbsent(shown.day().symbol(), shown.day().symbol());
        }
        profileSymbol.show(symbols, shown.day().symbol());
        sizesSymbol.show(symbols, shown.day().symbol());
        profile.panel().note(valueArea(symbol.valueArea()));
        sizes.panel().note(typical(symbol.distribution()));
        profile.show(InsightsSheets.profile(shown.fileName(), symbol), InsightsFigures.profile(symbol), shown, address);
        sizes.show(InsightsSheets.sizes(shown.fileName(), symbol), InsightsFigures.sizes(symbol), shown, address);
    }

    private static String valueArea(SymbolInsights.@Nullable ValueArea area) {
        return area == null
                ? ""
                : Texts.of(
                        "profile.note",
                        number(area.pointOfControl()),
                        number(area.low()),
                        number(area.high() + area.step()));
    }

    private static String typical(SymbolInsights.@Nullable SizeDistribution sizes) {
        if (sizes == null) {
            return "";
        }
        String median = number(sizes.deciles().get(4));
        Double odd = sizes.oddLotShare();
        return odd == null
                ? Texts.of("sizes.note", median, number(sizes.maxSize()))
                : Texts.of("sizes.note.shares", median, number(sizes.maxSize()), String.format("%.0f%%", odd * 100));
    }

    private static String number(double value) {
        return SheetText.plain(value);
    }
}
