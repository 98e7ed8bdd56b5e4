package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.util.List;

/** The latest alerts behind a bell that counts those which came since it was last opened. */
public final class AlertBell extends NativeDetails {
    private final Span count = new Span();
    private final Span label = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(Texts.of("alerts.none"));
    private final Paragraph silence = new Paragraph();
    private List<Alert> shown = List.of();
    private Instant seenUpTo = Instant.MIN;

    /** Makes a bell that has nothing to ring for. */
    public AlertBell() {
        setId("alerts");
        addClassName("bell");
        Span icon = new Span();
        icon.addClassName("bell-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        label.addClassName("for-ears");
        setSummary(new Div(icon, count, label));
        silence.setId("alerts-silent");
        silence.setVisible(false);
        Div body = new Div(silence, none, list);
        body.addClassName("bell-list");
        setContent(body);
        addToggleListener(event -> {
            if (event.isOpened() && !shown.isEmpty()) {
                seenUpTo = shown.getFirst().occurredAt();
                tellCount();
            }
        });
        tellCount();
    }

    /** Shows these alerts, newest first. */
    public void show(List<Alert> alerts, Moments moments) {
        if (!alerts.equals(shown)) {
            shown = alerts;
            list.removeAll();
            alerts.forEach(alert -> list.add(row(alert, moments)));
            tellCount();
        }
        none.setVisible(alerts.isEmpty());
    }

    /** Says at the bell that nothing pops up, and until when. */
    public void show(Silence now, Instant at, Moments moments) {
        boolean silent = now.holdsAt(at);
        QuietText.set(
                silence,
                !silent
                        ? ""
                        : now.endless()
                                ? Texts.of("alerts.silent")
                                : Texts.of("alerts.silent.until", moments.recent(now.until())));
        silence.setVisible(silent);
        setClassName("silent", silent);
        tellCount();
    }

    private void tellCount() {
        long fresh = shown.stream()
                .filter(alert -> alert.occurredAt().isAfter(seenUpTo))
                .count();
        QuietText.set(count, fresh == 0 ? "" : Long.toString(fresh));
        count.setVisible(fresh > 0);
        String text = fresh == 0 ? Texts.of("alerts.label") : Texts.of("alerts.label.new", fresh);
        QuietText.set(label, silence.isVisible() ? text + ". " + silence.getText() : text);
    }

    private static ListItem row(Alert alert, Moments moments) {
        ListItem row = new ListItem(AlertText.of(alert, moments));
        row.addClassNames("alert", AlertText.severity(alert));
        return row;
    }
}
