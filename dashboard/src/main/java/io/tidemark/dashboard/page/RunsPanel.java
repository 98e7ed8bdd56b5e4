package io.tidemark.dashboard.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedStatus;
import io.tidemark.dashboard.market.MarketSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The batch layer's latest runs: what each read, what it made of it, or why it failed. */
final class RunsPanel extends Section {
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph("No run has started yet.");
    private @Nullable List<BatchRun> shown;
    private @Nullable Moments shownIn;

    RunsPanel() {
        addClassNames("panel", "runs");
        setId("runs");
        H2 title = new H2("Batch runs");
        title.addClassName("panel-title");
        list.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", "Batch runs, newest first");
        add(title, none, list);
    }

    void show(MarketSnapshot snapshot, Moments moments) {
        List<BatchRun> runs = snapshot.overview().runs();
        // That there is no run can be said only of a database that answers.
        none.setVisible(runs.isEmpty() && snapshot.status() instanceof FeedStatus.Current);
        if (runs.equals(shown) && moments.equals(shownIn)) {
            return;
        }
        shown = runs;
        shownIn = moments;
        list.setVisible(!runs.isEmpty());
        list.removeAll();
        runs.forEach(run -> list.add(row(run, moments)));
    }

    private static ListItem row(BatchRun run, Moments moments) {
        Span date = new Span(Moments.date(run.date()));
        date.addClassName("run-date");
        Span state = new Span(run.state().name().toLowerCase(Locale.ROOT));
        state.addClassName("run-state");
        Span when = new Span(moments.recent(run.startedAt()));
        when.addClassName("run-time");
        Div head = new Div(date, state, when);
        head.addClassName("run-head");
        Span outcome = new Span(outcome(run));
        outcome.addClassName("run-outcome");
        ListItem item = new ListItem(head, outcome);
        item.addClassNames("run", run.state().name().toLowerCase(Locale.ROOT));
        return item;
    }

    private static String outcome(BatchRun run) {
        return switch (run.state()) {
            case STARTED -> "Run " + run.id() + " is at work";
            case PUBLISHED -> published(run);
            case SUPERSEDED, FAILED -> run.message() == null ? "" : run.message();
        };
    }

    /** Conservation in one line: everything that was read is counted in a bar or kept out of all for a reason. */
    private static String published(BatchRun run) {
        String keptOut = run.rowsKeptOut() == null || run.rowsKeptOut() == 0
                ? ""
                : " + " + PriceText.count(run.rowsKeptOut()) + " kept out";
        String took =
                run.finishedAt() == null ? "" : " in " + seconds(Duration.between(run.startedAt(), run.finishedAt()));
        return PriceText.count(run.rowsRead()) + " rows = " + PriceText.count(run.rowsCounted()) + " counted" + keptOut
                + ", " + PriceText.count(run.bars()) + " bars" + took;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
