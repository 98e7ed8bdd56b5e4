package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidemark.dashboard.news.Buzz;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.Trend;
import io.tidemark.dashboard.widget.Texts;
import java.util.Locale;

/** What the headlines of the latest hour are about: terms that stand out, and symbols that are written about. */
public final class PulsePanel extends Section {
    private final UnorderedList trends = new UnorderedList();
    private final UnorderedList buzz = new UnorderedList();
    private final Paragraph none = new Paragraph(Texts.of("pulse.none"));
    private NewsBoard shown = NewsBoard.EMPTY;

    /** Makes a panel that shows nothing yet. */
    public PulsePanel() {
        addClassNames("panel", "pulse");
        setId("pulse");
        H2 title = new H2(Texts.of("pulse.title"));
        title.addClassName("panel-title");
        trends.addClassName("trends");
        buzz.addClassName("buzz");
        trends.getElement().setAttribute("aria-label", Texts.of("pulse.terms"));
        buzz.getElement().setAttribute("aria-label", Texts.of("pulse.buzz"));
        Div body = new Div(trends, buzz);
        body.addClassName("pulse-body");
        add(title, none, body);
    }

    /** Shows the latest hour's terms and symbols. */
    public void show(NewsBoard board) {
        if (!board.trends().equals(shown.trends())) {
            trends.removeAll();
            board.trends().forEach(trend -> trends.add(row(trend)));
        }
        if (!board.buzz().equals(shown.buzz())) {
            buzz.removeAll();
            board.buzz().forEach(talk -> buzz.add(row(talk)));
        }
        shown = board;
        none.setVisible(board.trends().isEmpty() && board.buzz().isEmpty());
    }

    private static ListItem row(Trend trend) {
        ListItem row = new ListItem(part("", trend.term()), part("count", Long.toString(trend.items())));
        row.setTitle(Texts.of(
                "pulse.term", Long.toString(trend.items()), String.format(Locale.ROOT, "%.1f", trend.score())));
        return row;
    }

    private static ListItem row(Buzz buzz) {
        String unusual = buzz.zScore() == null ? "" : String.format(Locale.ROOT, "%+.1f\u03c3", buzz.zScore());
        ListItem row = new ListItem(
                part("buzz-symbol", buzz.symbol()),
                part("count", Texts.of("pulse.rate", Long.toString(buzz.items()))),
                part("sigma", unusual.replace('-', '\u2212')));
        row.setTitle(Texts.of("pulse.buzz.help"));
        return row;
    }

    private static Span part(String className, String text) {
        Span part = new Span(text);
        if (!className.isEmpty()) {
            part.addClassName(className);
        }
        return part;
    }
}
