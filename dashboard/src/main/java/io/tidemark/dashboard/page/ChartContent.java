package io.tidemark.dashboard.page;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands where the chart is: the bars, or why there are none. */
sealed interface ChartContent {

    /** Bars to draw. */
    record Bars(BarSeries series, Quote quote) implements ChartContent {}

    /** Nothing to draw: a headline and what is awaited. */
    record Message(String headline, String explanation) implements ChartContent {}

    static ChartContent of(MarketSnapshot snapshot, SeriesKey key) {
        if (snapshot.overview().quotes().isEmpty()) {
            return nothingServed(snapshot);
        }
        Optional<Quote> quote = snapshot.overview().quote(key.symbol());
        if (quote.isEmpty()) {
            return unknown(snapshot, key);
        }
        Optional<BarSeries> series = snapshot.series(key);
        if (series.isEmpty()) {
            return snapshot.status() instanceof FeedStatus.Away
                    ? new Message(Texts.of("chart.unread", key.symbol()), Texts.of("chart.unread.help"))
                    : new Message(Texts.of("chart.loading", key.symbol()), "");
        }
        if (series.get().bars().isEmpty()) {
            return new Message(
                    Texts.of("chart.none", key.interval().code(), key.symbol()), Texts.of("chart.none.help"));
        }
        return new Bars(series.get(), quote.get());
    }

    private static ChartContent nothingServed(MarketSnapshot snapshot) {
        return switch (snapshot.status()) {
            case FeedStatus.Starting starting -> new Message(Texts.of("chart.starting"), "");
            case FeedStatus.Away away -> new Message(Texts.of("chart.away"), Texts.of("chart.away.help"));
            case FeedStatus.Current current ->
                new Message(Texts.of("chart.empty"), awaited(snapshot.overview().runs()));
        };
    }

    private static String awaited(List<BatchRun> runs) {
        if (runs.isEmpty()) {
            return Texts.of("chart.empty.norun");
        }
        BatchRun newest = runs.getFirst();
        String id = Long.toString(newest.id());
        String date = Moments.date(newest.date());
        return switch (newest.state()) {
            case STARTED -> Texts.of("chart.empty.started", id, date);
            case FAILED -> Texts.of("chart.empty.failed", id, date, Objects.requireNonNullElse(newest.message(), ""));
            case SUPERSEDED -> Texts.of("chart.empty.superseded", id, date);
            case PUBLISHED -> Texts.of("chart.empty.published", id, date);
        };
    }

    private static ChartContent unknown(MarketSnapshot snapshot, SeriesKey key) {
        int quotes = snapshot.overview().quotes().size();
        return new Message(
                Texts.of("chart.unknown", key.symbol()),
                quotes == 1 ? Texts.of("chart.unknown.one") : Texts.of("chart.unknown.help", Integer.toString(quotes)));
    }
}
