package io.tidemark.dashboard.page;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.widget.Moments;
import java.util.List;
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
                    ? new Message(
                            key.symbol() + " has not been read yet", "It appears once the database answers again.")
                    : new Message("Loading " + key.symbol() + "…", "");
        }
        if (series.get().bars().isEmpty()) {
            return new Message(
                    "No " + key.interval().code() + " bars of " + key.symbol(),
                    "Its last trade may set no price, so there is nothing to draw; other intervals may have more.");
        }
        return new Bars(series.get(), quote.get());
    }

    private static ChartContent nothingServed(MarketSnapshot snapshot) {
        return switch (snapshot.status()) {
            case FeedStatus.Starting starting -> new Message("Reading the serving layer…", "");
            case FeedStatus.Away away ->
                new Message("No data while the database is away", "The page fills itself once it answers.");
            case FeedStatus.Current current ->
                new Message("No bars yet", awaited(snapshot.overview().runs()));
        };
    }

    private static String awaited(List<BatchRun> runs) {
        if (runs.isEmpty()) {
            return "Bars appear with the batch layer's first publication. No batch run has started so far: "
                    + "trades must land and a run must be triggered first.";
        }
        BatchRun newest = runs.getFirst();
        String run = "run " + newest.id() + " of " + Moments.date(newest.date());
        return switch (newest.state()) {
            case STARTED -> "Bars appear with the batch layer's first publication: " + run + " is at work.";
            case FAILED -> "The batch layer's " + run + " failed: " + newest.message() + ". The next one is awaited.";
            case SUPERSEDED -> "The batch layer's " + run + " was superseded; the one after it is awaited.";
            case PUBLISHED -> "The batch layer's " + run + " published a day without any bar.";
        };
    }

    private static ChartContent unknown(MarketSnapshot snapshot, SeriesKey key) {
        List<Quote> quotes = snapshot.overview().quotes();
        String known = quotes.size() == 1 ? "the one symbol" : "the " + quotes.size() + " symbols";
        return new Message(
                key.symbol() + " is not known here",
                "It is not among " + known + " that the serving layer holds. Choose one from the watchlist.");
    }
}
