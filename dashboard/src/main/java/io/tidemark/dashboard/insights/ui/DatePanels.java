package io.tidemark.dashboard.insights.ui;

import com.vaadin.flow.component.Component;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.Toggles;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The panels about a date as a whole: who moved, how much, and how they went together. */
final class DatePanels {
    private final SheetPanel movers;
    private final Toggles lists;
    private final FigurePanel heatmap;
    private final FigurePanel returns;
    private final FigurePanel volatility;
    private final FigurePanel correlation;

    DatePanels(PanelChoices choices, InstantSource clock) {
        movers = new SheetPanel("movers", clock);
        Map<String, String> labels = new LinkedHashMap<>();
        InsightsAddress.LISTS.forEach(list -> labels.put(list, Texts.of("movers." + list)));
        lists = new Toggles("movers", Texts.of("movers.lists"), labels, choices::movers);
        movers.addTool(lists);
        heatmap = FigurePanel.of("heatmap", clock, choices);
        returns = FigurePanel.of("returns", clock, choices);
        volatility = FigurePanel.of("volatility", clock, choices);
        correlation = FigurePanel.of("correlation", clock, choices);
    }

    Component[] panels() {
        return new Component[] {movers, heatmap.panel(), returns.panel(), volatility.panel(), correlation.panel()};
    }

    void show(DateInsights day, Shown shown, InsightsAddress address) {
        LocalDate date = shown.date();
        lists.press(address.movers());
        movers.show(
                InsightsSheets.movers(date, day, address.movers()),
                shown.publishedAt(),
                shown.whyEmpty("movers"),
                shown.moments());
        heatmap.show(InsightsSheets.heatmap(date, day), InsightsFigures.heatmap(day), shown, address);
        returns.show(InsightsSheets.returns(date, day), InsightsFigures.returns(day), shown, address);
        volatility.show(
                InsightsSheets.volatility(date, day),
                InsightsFigures.volatility(day, Texts.of("volatility.realized"), Texts.of("volatility.parkinson")),
                shown,
                address);
        correlation.show(InsightsSheets.correlation(date, day), InsightsFigures.correlation(day), shown, address);
    }
}
