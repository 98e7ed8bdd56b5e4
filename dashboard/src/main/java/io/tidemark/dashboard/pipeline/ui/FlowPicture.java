package io.tidemark.dashboard.pipeline.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.landing.DatasetProgress;
import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.pipeline.Hop;
import io.tidemark.dashboard.pipeline.PipelineSnapshot;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.SheetText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** The way of the data as a picture: hop by hop, each with its rate and the age of its newest event. */
final class FlowPicture extends Section {
    private static final DashboardSettings.Freshness NEWS =
            new DashboardSettings.Freshness(Duration.ofMinutes(15), Duration.ofHours(2));

    private final HopBox feed;
    private final HopBox ingest;
    private final HopBox speed;
    private final HopBox landing;
    private final HopBox batch;
    private final HopBox news;
    private final HopBox screen;

    FlowPicture(InstantSource clock, DashboardSettings.Freshness freshness, DashboardSettings.Links links) {
        addClassNames("panel", "flow");
        setId("flow");
        String title = Texts.of("flow.title");
        setAriaLabel(title);
        feed = new HopBox("feed", clock, DataAge.state(clock, freshness));
        ingest = new HopBox("ingest", clock, DataAge.state(clock, freshness));
        speed = new HopBox("speed", clock, DataAge.state(clock, freshness));
        landing = new HopBox("landing", clock, null);
        batch = new HopBox("batch", clock, null);
        news = new HopBox("news", clock, DataAge.state(clock, NEWS));
        screen = new HopBox("screen", clock, DataAge.state(clock, freshness));
        OrderedList hops = new OrderedList(feed, ingest, speed, landing, batch, news, screen);
        hops.addClassName("hops");
        add(head(title, links), hops);
    }

    private static Div head(String title, DashboardSettings.Links links) {
        H2 heading = new H2(title);
        heading.addClassName("panel-title");
        Div tools = new Div();
        tools.addClassName("panel-tools");
        links.pages().forEach((name, page) -> {
            Anchor link = new Anchor(page.toString(), name + " \u2197", AnchorTarget.BLANK);
            link.setId("link-" + name.toLowerCase(Locale.ROOT));
            link.addClassName("tool-link");
            link.getElement()
                    .setAttribute("rel", "noopener noreferrer")
                    .setAttribute("aria-label", Texts.of("flow.link", name));
            tools.add(link);
        });
        Div head = new Div(heading, tools);
        head.addClassName("panel-head");
        return head;
    }

    /**
     * Shows how far everything is.
     *
     * @param pages that are open in browsers
     */
    void show(PipelineSnapshot snapshot, int pages) {
        boolean away = snapshot.status() instanceof FeedStatus.Away;
        Optional<Hop> received = snapshot.hop(Hop.Kind.RECEIVED);
        Optional<Hop> live = snapshot.hop(Hop.Kind.LIVE);
        Optional<Hop> landed = snapshot.hop(Hop.Kind.LANDED);
        Optional<Hop> settled = snapshot.hop(Hop.Kind.SETTLED);
        Optional<Hop> stories = snapshot.hop(Hop.Kind.NEWS);
        feed.show("", received.map(Hop::eventAt), "", away);
        ingest.show("", received.map(Hop::reachedAt), delay("flow.behind", received), away);
        speed.show(rate("flow.per.second", live, 1), live.map(Hop::reachedAt), delay("flow.behind", live), away);
        landing.show(
                rate("flow.per.second", landed, 1), landed.map(Hop::eventAt), waiting(snapshot, rows(landed)), away);
        batch.show(rate("flow.rows.per.second", settled, 1), settled.map(Hop::reachedAt), rows(settled), away);
        news.show(rate("flow.per.hour", stories, 3600), stories.map(Hop::eventAt), delay("flow.behind", stories), away);
        screen.show(Texts.of("flow.pages", Integer.toString(pages)), newest(live), "", away);
    }

    private static Optional<Instant> newest(Optional<Hop> live) {
        return live.map(Hop::eventAt);
    }

    private static String rate(String text, Optional<Hop> hop, int seconds) {
        return hop.flatMap(Hop::rate)
                .map(rate -> Texts.of(text, number(rate * seconds)))
                .orElse("");
    }

    private static String number(double rate) {
        return rate >= 100 ? String.format(Locale.ROOT, "%,.0f", rate) : SheetText.brief(rate);
    }

    private static String rows(Optional<Hop> hop) {
        return hop.map(Hop::events)
                .map(events -> Texts.of("flow.rows", SheetText.plain(events)))
                .orElse("");
    }

    /** What waits in Kafka, where the consumer says so; else how many rows have landed. */
    private static String waiting(PipelineSnapshot snapshot, String otherwise) {
        LandingProgress landing = snapshot.landing();
        if (landing.datasets().isEmpty() || landing.fault().isPresent()) {
            return otherwise;
        }
        long records =
                landing.datasets().stream().mapToLong(DatasetProgress::waiting).sum();
        return Texts.of("flow.waiting", SheetText.plain((double) records));
    }

    private static String delay(String text, Optional<Hop> hop) {
        return hop.flatMap(Hop::delay)
                .map(delay -> Texts.of(text, delayText(delay)))
                .orElse("");
    }

    private static String delayText(Duration delay) {
        if (delay.toMillis() < 1000) {
            return delay.toMillis() + " ms";
        }
        return delay.toMinutes() < 2 ? SheetText.brief(delay.toMillis() / 1000.0) + " s" : delay.toMinutes() + " min";
    }
}
