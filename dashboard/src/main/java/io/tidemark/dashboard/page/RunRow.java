package io.tidemark.dashboard.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Duration;
import java.util.Locale;

/** One run of the batch layer: what it read and made of it, or why it failed. */
final class RunRow extends ListItem {
    private final Span date = part("run-date");
    private final Span state = part("run-state");
    private final Span time = part("run-time");
    private final Span outcome = part("run-outcome");

    RunRow() {
        Div head = new Div(date, state, time);
        head.addClassName("run-head");
        addClassName("run");
        add(head, outcome);
    }

    private static Span part(String className) {
        Span part = new Span();
        part.addClassName(className);
        return part;
    }

    void show(BatchRun run, Moments moments) {
        String fate = run.state().name().toLowerCase(Locale.ROOT);
        for (BatchRun.State other : BatchRun.State.values()) {
            setClassName(other.name().toLowerCase(Locale.ROOT), other == run.state());
        }
        QuietText.set(date, Moments.date(run.date()));
        QuietText.set(state, fate);
        QuietText.set(time, moments.recent(run.startedAt()));
        QuietText.set(outcome, outcome(run));
    }

    private static String outcome(BatchRun run) {
        return switch (run.state()) {
            case STARTED -> Texts.of("runs.started", Long.toString(run.id()));
            case PUBLISHED -> published(run);
            case SUPERSEDED, FAILED -> run.message() == null ? "" : run.message();
        };
    }

    /** Conservation in one line: everything that was read is counted in a bar or kept out of all for a reason. */
    private static String published(BatchRun run) {
        boolean whole = run.rowsKeptOut() == null || run.rowsKeptOut() == 0;
        String rows = Texts.of(
                whole ? "runs.rows" : "runs.rows.kept",
                PriceText.count(run.rowsRead()),
                PriceText.count(run.rowsCounted()),
                PriceText.count(run.rowsKeptOut()));
        String bars = PriceText.count(run.bars());
        return run.finishedAt() == null
                ? Texts.of("runs.bars", rows, bars)
                : Texts.of("runs.bars.took", rows, bars, seconds(Duration.between(run.startedAt(), run.finishedAt())));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
