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
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One symbol: its name and price, the choice of the interval, and its bars or why there are none. */
final class ChartPanel extends Section {

    /** What a reader does here. */
    interface Choices {
        void interval(BarInterval interval);

        void chart(ChartChoice choice);

        void olderBars();

        /** The stories of a bar are wanted. */
        void stories(PriceChart.StoriesWanted wanted);
    }

    private final H2 symbol = new H2();
    private final QuoteText quote = new QuoteText();
    private final DataAge state;
    private final Map<BarInterval, Button> intervals = new EnumMap<>(BarInterval.class);
    private final ChartTools tools;
    private final PriceChart chart = new PriceChart();
    private final Span headline = new Span();
    private final Paragraph explanation = new Paragraph();
    private final Div message = new Div(headline, explanation);
    private ChartChoice chosen = ChartChoice.USUAL;

    ChartPanel(Choices choices, InstantSource clock, DashboardSettings.Freshness freshness) {
        state = DataAge.state(clock, freshness);
        state.setId("symbol-state");
        addClassNames("panel", "chart");
        setAriaLabel(Texts.of("chart.label"));
        symbol.setId("symbol");
        symbol.addClassName("chart-symbol");
        quote.addClassName("chart-quote");
        Div head = new Div(symbol, quote, state, intervalChoice(choices::interval));
        head.addClassName("chart-head");
        tools = new ChartTools(choices::chart);
        chart.setId("price-chart");
        chart.onOlderBarsWanted(event -> choices.olderBars());
        chart.onStoriesWanted(choices::stories);
        message.setId("chart-message");
        message.addClassName("message");
        headline.addClassName("message-headline");
        Div body = new Div(chart, message);
        body.addClassName("chart-body");
        add(head, tools, body);
    }

    private Div intervalChoice(Consumer<BarInterval> onChoice) {
        Div choice = new Div();
        choice.addClassName("intervals");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("chart.intervals"));
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
        chosen = address.chart();
        chart.setStudies(chosen.inOrder());
        chart.setKind(chosen.kind());
        chart.setRange(chosen.range());
        chart.setZone(address.zone());
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    void show(MarketSnapshot snapshot, SeriesKey key) {
        Overview overview = snapshot.overview();
        tools.show(
                chosen,
                key.symbol(),
                overview.quotes().stream().map(Quote::symbol).toList());
        state.setOffline(snapshot.status() instanceof FeedStatus.Away);
        state.setSince(overview.quote(key.symbol()).flatMap(Quote::heardAt));
        chart.setCoveredUntil(Optional.ofNullable(overview.coverage()).map(BatchCoverage::coveredUntil));
        chart.setGaps(overview.gapsOf(key.symbol()));
        switch (ChartContent.of(snapshot, key)) {
            case ChartContent.Bars(var series, var known) -> {
                message.setVisible(false);
                chart.show(series, PriceText.decimals(known));
                chart.compare(comparedKeys(key, chosen).stream()
                        .map(snapshot::series)
                        .flatMap(Optional::stream)
                        .toList());
            }
            case ChartContent.Message(String head, String text) -> {
                chart.clear();
                chart.compare(List.of());
                QuietText.set(headline, head);
                QuietText.set(explanation, text);
                message.setVisible(true);
            }
        }
    }

    /** Series that the choice has drawn beside a symbol's. */
    static List<SeriesKey> comparedKeys(SeriesKey key, ChartChoice choice) {
        return choice.compared().stream()
                .filter(symbol -> !symbol.equals(key.symbol()))
                .map(symbol -> new SeriesKey(symbol, key.interval()))
                .toList();
    }

    /** Marks the bars in which these stories about the symbol were published. */
    void setStories(List<NewsItem> items) {
        chart.setStories(items);
    }
}
