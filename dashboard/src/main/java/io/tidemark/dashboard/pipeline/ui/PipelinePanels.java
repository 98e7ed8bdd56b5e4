package io.tidemark.dashboard.pipeline.ui;

import com.vaadin.flow.component.Component;
import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.pipeline.DateDetail;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.PipelineSnapshot;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Sheet;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tables of the view: gaps, runs, alerts, and dates with the detail of one of them. */
final class PipelinePanels {
    private final SheetPanel landing;
    private final SheetPanel gaps;
    private final SheetPanel runs;
    private final SheetPanel alerts;
    private final SheetPanel dates;
    private final SheetPanel reconciliation;
    private final SheetPanel conservation;
    private final SheetPanel quality;
    private final SheetPanel deadLetters;
    private final Choice date;

    PipelinePanels(Consumer<LocalDate> onDate, InstantSource clock) {
        landing = new SheetPanel("landing", clock);
        gaps = new SheetPanel("gaps", clock);
        runs = new SheetPanel("ledger", clock);
        alerts = new SheetPanel("alert-list", clock);
        dates = new SheetPanel("dates", clock);
        reconciliation = new SheetPanel("reconciliation", clock);
        conservation = new SheetPanel("conservation", clock);
        quality = new SheetPanel("quality", clock);
        deadLetters = new SheetPanel("dead-letters", clock);
        date = new Choice(Texts.of("dates.choice"), value -> onDate.accept(LocalDate.parse(value)));
        date.setId("date");
        dates.addTool(date);
    }

    Component[] panels() {
        return Stream.of(runs, gaps, landing, dates, reconciliation, conservation, quality, deadLetters, alerts)
                .toArray(Component[]::new);
    }

    /** Shows what is known; the detail is that of the chosen date. */
    void show(
            PipelineSnapshot snapshot,
            NewsSnapshot news,
            Optional<LocalDate> chosen,
            String whyEmpty,
            Moments moments) {
        Optional<Instant> readAt = snapshot.readAt();
        show(landing, snapshot.landing(), moments);
        show(gaps, PipelineSheets.gaps(snapshot.gaps()), readAt, whyEmpty, moments);
        show(runs, PipelineSheets.runs(snapshot.runs()), readAt, whyEmpty, moments);
        show(alerts, PipelineSheets.alerts(news.board().alerts()), readAt, whyEmpty, moments);
        show(dates, PipelineSheets.dates(snapshot.dates()), readAt, whyEmpty, moments);
        offer(snapshot.dates(), chosen);
        LocalDate day = chosen.orElse(LocalDate.EPOCH);
        DateDetail detail = snapshot.details().getOrDefault(day, DateDetail.EMPTY);
        String note = chosen.map(Moments::date).orElse("");
        Stream.of(reconciliation, conservation, quality, deadLetters).forEach(panel -> panel.note(note));
        show(reconciliation, PipelineSheets.reconciliation(day, detail), readAt, whyEmpty, moments);
        show(conservation, PipelineSheets.conservation(day, detail), readAt, whyEmpty, moments);
        show(quality, PipelineSheets.quality(day, detail), readAt, whyEmpty, moments);
        show(deadLetters, PipelineSheets.deadLetters(day, detail), readAt, whyEmpty, moments);
    }

    /** What landing says of itself has an age of its own, and reasons of its own to be missing. */
    private static void show(SheetPanel panel, LandingProgress progress, Moments moments) {
        String why =
                progress.asked() ? progress.fault().orElse(Texts.of("panel.reading")) : Texts.of("landing.unasked");
        panel.note(
                progress.fault().map(fault -> Texts.of("landing.silent", fault)).orElse(""));
        panel.show(PipelineSheets.landing(progress), progress.readAt(), why, moments);
    }

    /** An empty reason stands for the panel's own. */
    private static void show(
            SheetPanel panel, Sheet sheet, Optional<Instant> readAt, String whyEmpty, Moments moments) {
        String why = whyEmpty.isEmpty() ? Texts.of(panel.getId().orElse("") + ".empty") : whyEmpty;
        panel.show(sheet, readAt, why, moments);
    }

    private void offer(List<DateHealth> known, Optional<LocalDate> chosen) {
        Map<String, String> values = new LinkedHashMap<>();
        chosen.filter(day -> known.stream().noneMatch(each -> each.date().equals(day)))
                .ifPresent(day -> values.put(day.toString(), Moments.date(day)));
        known.forEach(each -> values.put(each.date().toString(), Moments.date(each.date())));
        date.show(values, chosen.map(LocalDate::toString).orElse(""));
    }
}
