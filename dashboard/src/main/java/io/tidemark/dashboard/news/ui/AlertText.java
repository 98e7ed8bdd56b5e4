package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.widget.Moments;
import java.util.Locale;

/** What an alert says, as text, whatever it contains: kind, symbol and time, and below them the message. */
final class AlertText {

    private AlertText() {}

    static Component[] of(Alert alert, Moments moments) {
        Span kind = new Span(alert.kind().replace('-', ' '));
        kind.addClassName("alert-kind");
        Span symbol = new Span(alert.about().orElse(""));
        symbol.addClassName("alert-symbol");
        Span time = new Span(moments.recent(alert.occurredAt()));
        time.addClassName("alert-time");
        Div head = new Div(kind, symbol, time);
        head.addClassName("alert-head");
        Span message = new Span(alert.message());
        message.addClassName("alert-message");
        return new Component[] {head, message};
    }

    /** The class of its severity. */
    static String severity(Alert alert) {
        return alert.severity().name().toLowerCase(Locale.ROOT);
    }
}
