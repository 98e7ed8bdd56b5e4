package io.tidemark.dashboard.page;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The chosen symbol's newest day in figures: its daily bar, with how many trades may set a price and how many came late. */
final class DayPanel extends Section {
    private final H2 title = new H2(Texts.of("day.title"));
    private final DescriptionList list = new DescriptionList();
    private final Map<String, Description> figures = new HashMap<>();

    DayPanel() {
        addClassNames("panel", "day");
        setId("day");
        title.addClassName("panel-title");
        add(title, list);
    }

    /** The series whose newest bar this panel shows. */
    static SeriesKey keyOf(String symbol) {
        return new SeriesKey(symbol, BarInterval.DAY);
    }

    void show(MarketSnapshot snapshot, String symbol, Moments moments) {
        Optional<Quote> quote = snapshot.overview().quote(symbol);
        Optional<Bar> day = snapshot.series(keyOf(symbol))
                .map(BarSeries::bars)
                .filter(bars -> !bars.isEmpty())
                .map(bars -> bars.getLast());
        setVisible(day.isPresent() && quote.isPresent());
        if (day.isPresent() && quote.isPresent()) {
            show(day.get(), PriceText.decimals(quote.get()), moments);
        }
    }

    private void show(Bar day, int decimals, Moments moments) {
        QuietText.set(
                title,
                Texts.of(
                        "day.date",
                        Moments.date(day.bucket().atZone(ZoneOffset.UTC).toLocalDate())));
        show("open", PriceText.price(day.open(), decimals));
        show("high", PriceText.price(day.high(), decimals));
        show("low", PriceText.price(day.low(), decimals));
        show("close", PriceText.price(day.close(), decimals));
        show("vwap", PriceText.price(day.vwap(), decimals + 2));
        show("volume", PriceText.volume(day.volume()));
        show("trades", PriceText.count(day.trades()));
        show("eligible", PriceText.count(day.eligibleTrades()));
        show("late", PriceText.count(day.lateTrades()));
        show("first", moments.clock(day.firstTradeTime()));
        show("last", moments.clock(day.lastTradeTime()));
    }

    private void show(String name, String value) {
        QuietText.set(figures.computeIfAbsent(name, this::added), value);
    }

    private Description added(String name) {
        Description value = new Description();
        Div row = new Div(new Term(Texts.of("day." + name)), value);
        row.addClassName("figure-row");
        list.getElement().appendChild(row.getElement());
        return value;
    }
}
