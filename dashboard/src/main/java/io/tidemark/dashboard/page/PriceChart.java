package io.tidemark.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
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
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Bars over volume in the browser, with what is drawn beside them. Remembers what it has sent, so that a change costs only the bars that changed. */
@Tag("tide-price-chart")
@NpmPackage(value = "lightweight-charts", version = "5.2.1")
@JsModule("./chart/price-chart.ts")
public final class PriceChart extends Component implements HasStyle, HasSize {
    private static final JsonMapper JSON = JsonMapper.shared();

    private @Nullable BarSeries shown;
    private List<FeedGap> gaps = List.of();
    private List<BarSeries> compared = List.of();
    private List<NewsItem> stories = List.of();

    /** The reader comes near the oldest bar. */
    @DomEvent("older-bars-wanted")
    public static final class OlderBarsWanted extends ComponentEvent<PriceChart> {
        public OlderBarsWanted(PriceChart source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The reader wants the stories of a bar. */
    @DomEvent("stories-wanted")
    public static final class StoriesWanted extends ComponentEvent<PriceChart> {
        private final Instant from;
        private final Instant to;

        /**
         * Made for an event of the browser.
         *
         * @param from when the first of them was published, epoch seconds
         * @param to when the last of them was published, epoch seconds
         */
        public StoriesWanted(
                PriceChart source,
                boolean fromClient,
                @EventData("event.detail.from") double from,
                @EventData("event.detail.to") double to) {
            super(source, fromClient);
            this.from = Instant.ofEpochMilli(Math.round(from * 1000));
            this.to = Instant.ofEpochMilli(Math.round(to * 1000));
        }

        /** Whether a story is one of them. */
        boolean means(NewsItem story) {
            return !story.publishedAt().isBefore(from) && !story.publishedAt().isAfter(to);
        }
    }

    Registration onStoriesWanted(ComponentEventListener<StoriesWanted> listener) {
        return addListener(StoriesWanted.class, listener);
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

    /** Draws the closes of these beside the bars, by as little as will do; then all is in percent. */
    void compare(List<BarSeries> others) {
        List<BarSeries> before = compared;
        compared = List.copyOf(others);
        List<SeriesChange> changes = changes(before, compared);
        if (changes.contains(SeriesChange.Replaced.INSTANCE)) {
            getElement()
                    .callJsFunction(
                            "showCompared",
                            JSON.writeValueAsString(
                                    compared.stream().map(ComparedFrame::of).toList()));
            return;
        }
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof SeriesChange.Tail(List<Bar> bars)) {
                String symbol = compared.get(i).key().symbol();
                bars.forEach(bar -> getElement()
                        .callJsFunction(
                                "updateCompared", symbol, (double) bar.bucket().getEpochSecond(), bar.close()));
            }
        }
    }

    /** What has changed in each; where others are compared than before, all is new. */
    private static List<SeriesChange> changes(List<BarSeries> before, List<BarSeries> now) {
        if (before.size() != now.size()) {
            return List.of(SeriesChange.Replaced.INSTANCE);
        }
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i).since(before.get(i)))
                .toList();
    }

    /** What is drawn beside the bars. */
    List<BarSeries> compared() {
        return compared;
    }

    /** Marks the bars in which these were published. */
    void setStories(List<NewsItem> items) {
        if (!items.equals(stories)) {
            stories = List.copyOf(items);
            List<double[]> marks = stories.stream()
                    .map(item -> new double[] {item.publishedAt().toEpochMilli() / 1000.0, item.sentiment()})
                    .toList();
            getElement().setProperty("stories", JSON.writeValueAsString(marks));
        }
    }

    void setStudies(Set<ChartStudy> studies) {
        getElement().setProperty("studies", ChartStudy.codes(studies));
    }

    void setKind(ChartKind kind) {
        getElement().setProperty("kind", kind.code());
    }

    void setRange(ChartRange range) {
        getElement().setProperty("range", (double) range.span().toSeconds());
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

    /** A compared series as the element reads it. */
    private record ComparedFrame(String symbol, List<Long> time, List<@Nullable Double> close) {
        static ComparedFrame of(BarSeries series) {
            return new ComparedFrame(
                    series.key().symbol(),
                    SeriesFrame.steps(series.bars()),
                    SeriesFrame.column(series.bars(), Bar::close));
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
