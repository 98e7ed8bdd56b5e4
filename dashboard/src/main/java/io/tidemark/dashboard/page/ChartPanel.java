package io.tidemark.dashboard.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.QuietText;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One symbol: its name and price, the choice of the interval, and its bars or why there are none. */
final class ChartPanel extends Section {

    /** What a reader does here. */
    interface Choices {
        void interval(BarInterval interval);

        void average(boolean shown);

        void olderBars();
    }

    private final H2 symbol = new H2();
    private final QuoteText quote = new QuoteText();
    private final DataAge state;
    private final Map<BarInterval, Button> intervals = new EnumMap<>(BarInterval.class);
    private final Button average;
    private final PriceChart chart = new PriceChart();
    private final Span headline = new Span();
    private final Paragraph explanation = new Paragraph();
    private final Div message = new Div(headline, explanation);
    private boolean averageShown;

    ChartPanel(Choices choices, InstantSource clock, DashboardSettings.Freshness freshness) {
        state = DataAge.state(clock, freshness);
        state.setId("symbol-state");
        addClassNames("panel", "chart");
        setAriaLabel("Chart");
        symbol.setId("symbol");
        symbol.addClassName("chart-symbol");
        quote.addClassName("chart-quote");
        average = toggle("SMA 20", () -> choices.average(!averageShown));
        average.setId("average");
        Div head = new Div(symbol, quote, state, intervalChoice(choices::interval), average);
        head.addClassName("chart-head");
        chart.setId("price-chart");
        chart.onOlderBarsWanted(event -> choices.olderBars());
        message.setId("chart-message");
        message.addClassName("message");
        headline.addClassName("message-headline");
        Div body = new Div(chart, message);
        body.addClassName("chart-body");
        add(head, body);
    }

    private Div intervalChoice(Consumer<BarInterval> onChoice) {
        Div choice = new Div();
        choice.addClassName("intervals");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", "Interval of the bars");
        for (BarInterval interval : BarInterval.values()) {
            Button button = toggle(interval.code(), () -> onChoice.accept(interval));
            button.setId("interval-" + interval.code());
            intervals.put(interval, button);
            choice.add(button);
        }
        return choice;
    }

    private static Button toggle(String text, Runnable onClick) {
        Button button = new Button(text, event -> onClick.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** Marks what is chosen; the bars follow with the next snapshot that holds them. */
    void choose(SeriesKey key, MarketAddress address) {
        QuietText.set(symbol, key.symbol());
        quote.setSymbol(key.symbol());
        intervals.forEach((interval, button) -> press(button, interval == key.interval()));
        averageShown = address.average();
        press(average, averageShown);
        chart.setAverage(averageShown);
        chart.setZone(address.zone());
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    void show(MarketSnapshot snapshot, SeriesKey key) {
        Overview overview = snapshot.overview();
        state.setOffline(snapshot.status() instanceof FeedStatus.Away);
        state.setSince(overview.quote(key.symbol()).flatMap(Quote::heardAt));
        chart.setCoveredUntil(Optional.ofNullable(overview.coverage()).map(BatchCoverage::coveredUntil));
        chart.setGaps(overview.gapsOf(key.symbol()));
        switch (ChartContent.of(snapshot, key)) {
            case ChartContent.Bars(var series, var known) -> {
                message.setVisible(false);
                chart.show(series, PriceText.decimals(known));
            }
            case ChartContent.Message(String head, String text) -> {
                chart.clear();
                QuietText.set(headline, head);
                QuietText.set(explanation, text);
                message.setVisible(true);
            }
        }
    }

    PriceChart chart() {
        return chart;
    }
}
