package io.tidemark.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The strip on top: how old the data is, how far it is settled, and how much of it there is. */
final class FactStrip extends Section {
    private final DataAge state;
    private final DataAge newestAge;
    private final DataAge horizonAge;
    private final DataAge publishedAge;
    private final Span newest = value("newest-trade");
    private final Span horizon = value("horizon");
    private final Span days = note("days");
    private final Span symbols = value("symbols");
    private final Span trades = value("trades");
    private final Span published = value("published");

    FactStrip(InstantSource clock, DashboardSettings.Freshness freshness) {
        state = DataAge.state(clock, freshness);
        newestAge = DataAge.ago(clock);
        horizonAge = DataAge.ago(clock);
        publishedAge = DataAge.ago(clock);
        newestAge.addClassName("fact-note");
        horizonAge.addClassName("fact-note");
        publishedAge.addClassName("fact-note");
        addClassName("facts");
        setAriaLabel(Texts.of("facts.label"));
        add(
                fact("newest", explained(freshness), newest, newestAge, state),
                fact("settled", Texts.of("facts.settled.help"), horizon, horizonAge),
                fact("published", Texts.of("facts.published.help"), published, publishedAge),
                fact("symbols", Texts.of("facts.symbols.help"), symbols),
                fact("trades", Texts.of("facts.trades.help"), trades, days));
    }

    void show(MarketSnapshot snapshot, Moments moments) {
        Optional<Instant> newestTrade = snapshot.overview().newestTrade();
        BatchCoverage coverage = snapshot.overview().coverage();
        boolean away = snapshot.status() instanceof FeedStatus.Away;
        state.setOffline(away);
        state.setSince(snapshot.overview().lastHeard());
        newestAge.setSince(newestTrade);
        QuietText.set(newest, newestTrade.map(moments::minute).orElse(PriceText.NONE));
        horizonAge.setSince(Optional.ofNullable(coverage).map(BatchCoverage::coveredUntil));
        publishedAge.setSince(Optional.ofNullable(coverage).map(BatchCoverage::publishedAt));
        int quotes = snapshot.overview().quotes().size();
        QuietText.set(symbols, quotes == 0 ? PriceText.NONE : PriceText.count((long) quotes));
        if (coverage == null) {
            QuietText.set(horizon, PriceText.NONE);
            QuietText.set(published, PriceText.NONE);
            QuietText.set(trades, PriceText.NONE);
            QuietText.set(days, "");
            return;
        }
        QuietText.set(horizon, moments.minute(coverage.coveredUntil()));
        QuietText.set(published, moments.recent(coverage.publishedAt()));
        QuietText.set(trades, PriceText.count(coverage.trades()));
        QuietText.set(
                days,
                coverage.dates() == 1
                        ? Texts.of("facts.days.one")
                        : Texts.of("facts.days", PriceText.count((long) coverage.dates())));
    }

    private static Span value(String id) {
        Span value = new Span(PriceText.NONE);
        value.setId(id);
        value.addClassName("fact-value");
        return value;
    }

    private static Span note(String id) {
        Span note = new Span();
        note.setId(id);
        note.addClassName("fact-note");
        return note;
    }

    private static String explained(DashboardSettings.Freshness freshness) {
        return Texts.of(
                "facts.newest.help",
                Long.toString(freshness.live().toSeconds()),
                Long.toString(freshness.delayed().toMinutes()));
    }

    private static Div fact(String name, String meaning, Component... parts) {
        Span label = new Span(Texts.of("facts." + name));
        label.addClassName("fact-name");
        Div fact = new Div(label);
        fact.addClassName("fact");
        fact.setTitle(meaning);
        Div figures = new Div(parts);
        figures.addClassName("fact-figures");
        fact.add(figures);
        return fact;
    }
}
