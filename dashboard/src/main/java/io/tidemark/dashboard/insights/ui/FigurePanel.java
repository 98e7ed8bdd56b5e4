package io.tidemark.dashboard.insights.ui;

import io.tidemark.dashboard.widget.Figure;
import io.tidemark.dashboard.widget.Sheet;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;

/** A panel of the view that has a figure. */
record FigurePanel(String id, Figure figure, SheetPanel panel) {

    static FigurePanel of(String id, InstantSource clock, PanelChoices choices) {
        Figure figure = new Figure(Texts.of(id + ".help"));
        figure.onNameChosen(event -> choices.symbol(event.name()));
        return new FigurePanel(id, figure, new SheetPanel(id, clock, figure, wanted -> choices.table(id, wanted)));
    }

    void show(Sheet sheet, String drawing, Shown shown, InsightsAddress address) {
        figure.show(drawing);
        panel.chooseTable(address.tables().contains(id));
        panel.show(sheet, shown.publishedAt(), shown.whyEmpty(id), shown.moments());
    }
}
