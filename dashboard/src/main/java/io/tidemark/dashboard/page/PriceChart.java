package io.tidemark.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.market.SeriesChange;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Candles over volume in the browser. Remembers what it has sent, so that a change costs only the bars that changed. */
@Tag("tide-price-chart")
@NpmPackage(value = "lightweight-charts", version = "5.2.1")
@JsModule("./chart/price-chart.ts")
public final class PriceChart extends Component implements HasStyle, HasSize {
    private static final JsonMapper JSON = JsonMapper.shared();

    private @Nullable BarSeries shown;
    private List<FeedGap> gaps = List.of();

    /** The reader comes near the oldest bar. */
    @DomEvent("older-bars-wanted")
    public static final class OlderBarsWanted extends ComponentEvent<PriceChart> {
        public OlderBarsWanted(PriceChart source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    Registration onOlderBarsWanted(ComponentEventListener<OlderBarsWanted> listener) {
        return addListener(OlderBarsWanted.class, listener);
    }

    /** Brings the drawing to this state of the series, by as little as will do. */
    void show(BarSeries series, int decimals) {
        SeriesChange change = shown == null ? SeriesChange.Replaced.INSTANCE : series.since(shown);
        shown = series;
        switch (change) {
            case SeriesChange.Unchanged unchanged -> {}
            case SeriesChange.Tail(List<Bar> bars) -> bars.forEach(this::update);
            case SeriesChange.Replaced replaced ->
                getElement().callJsFunction("showSeries", SeriesFrame.json(series, decimals));
        }
    }

    /** Draws nothing. */
    void clear() {
        if (shown != null) {
            shown = null;
            getElement().callJsFunction("clear");
        }
    }

    /** What the browser has. */
    Optional<BarSeries> shown() {
        return Optional.ofNullable(shown);
    }

    void setAverage(boolean average) {
        getElement().setProperty("average", average);
    }

    void setZone(TimeZoneChoice zone) {
        getElement().setProperty("zone", zone.code());
    }

    /** Draws the boundary there, or none before the first publication. */
    void setCoveredUntil(Optional<Instant> until) {
        double seconds = until.map(instant -> instant.toEpochMilli() / 1000.0).orElse(0.0);
        getElement().setProperty("coveredUntil", seconds);
    }

    /** Shades these silences of the feed. */
    void setGaps(List<FeedGap> silences) {
        if (!silences.equals(gaps)) {
            gaps = List.copyOf(silences);
            getElement()
                    .setProperty(
                            "gaps",
                            JSON.writeValueAsString(gaps.stream().map(Shade::of).toList()));
        }
    }

    /** A silence as the element reads it: epoch seconds. */
    private record Shade(double from, double to, String reason) {
        static Shade of(FeedGap gap) {
            return new Shade(gap.from().toEpochMilli() / 1000.0, gap.to().toEpochMilli() / 1000.0, gap.reason());
        }
    }

    private void update(Bar bar) {
        getElement()
                .callJsFunction(
                        "updateBar",
                        (double) bar.bucket().getEpochSecond(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.vwap(),
                        (double) bar.trades(),
                        (double) bar.eligibleTrades(),
                        (double) bar.lateTrades(),
                        SeriesFrame.letter(bar.layer()));
    }
}
