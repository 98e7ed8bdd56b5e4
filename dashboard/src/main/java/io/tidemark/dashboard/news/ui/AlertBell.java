package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The latest alerts behind a bell that counts those which came since it was last opened. */
public final class AlertBell extends NativeDetails {
    private final Span count = new Span();
    private final Span label = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph("No alert so far.");
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
        Div body = new Div(none, list);
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

    private void tellCount() {
        long fresh = shown.stream()
                .filter(alert -> alert.occurredAt().isAfter(seenUpTo))
                .count();
        QuietText.set(count, fresh == 0 ? "" : Long.toString(fresh));
        count.setVisible(fresh > 0);
        QuietText.set(label, fresh == 0 ? "Alerts" : "Alerts, " + fresh + " new");
    }

    private static ListItem row(Alert alert, Moments moments) {
        Span kind = new Span(alert.kind().replace('-', ' '));
        kind.addClassName("alert-kind");
        Span symbol = new Span(alert.about().orElse(""));
        symbol.addClassName("alert-symbol");
        Span time = new Span(moments.recent(alert.occurredAt()));
        time.addClassName("alert-time");
        Div head = new Div(kind, symbol, time);
        head.addClassName("alert-head");
        ListItem row = new ListItem(head, new Span(alert.message()));
        row.addClassNames("alert", alert.severity().name().toLowerCase(Locale.ROOT));
        return row;
    }
}
