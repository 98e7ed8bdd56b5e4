package io.tidemark.dashboard.page;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chosen symbol's newest day in figures: its daily bar, with how many trades may set a price and how many came late. */
final class DayPanel extends Section {
    private final H2 title = new H2("Day");
    private final DescriptionList figures = new DescriptionList();
    private @Nullable Bar shown;
    private @Nullable Moments shownIn;

    DayPanel() {
        addClassNames("panel", "day");
        setId("day");
        title.addClassName("panel-title");
        add(title, figures);
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
        if (day.isPresent() && quote.isPresent() && !(day.get().equals(shown) && moments.equals(shownIn))) {
            shown = day.get();
            shownIn = moments;
            show(day.get(), PriceText.decimals(quote.get()), moments);
        }
    }

    private void show(Bar day, int decimals, Moments moments) {
        title.setText("Day " + Moments.date(day.bucket().atZone(ZoneOffset.UTC).toLocalDate()) + " (UTC)");
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Open", PriceText.price(day.open(), decimals));
        rows.put("High", PriceText.price(day.high(), decimals));
        rows.put("Low", PriceText.price(day.low(), decimals));
        rows.put("Close", PriceText.price(day.close(), decimals));
        rows.put("VWAP", PriceText.price(day.vwap(), decimals + 2));
        rows.put("Volume", PriceText.volume(day.volume()));
        rows.put("Trades", PriceText.count(day.trades()));
        rows.put("Eligible for price", PriceText.count(day.eligibleTrades()));
        rows.put("Late trades", PriceText.count(day.lateTrades()));
        rows.put("First trade", moments.clock(day.firstTradeTime()));
        rows.put("Last trade", moments.clock(day.lastTradeTime()));
        figures.removeAll();
        rows.forEach((name, value) -> figures.add(new Term(name), new Description(value)));
    }
}
