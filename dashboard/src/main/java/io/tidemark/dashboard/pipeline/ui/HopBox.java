package io.tidemark.dashboard.pipeline.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One hop in the picture of the flow: what passes it, and how old the newest event there is. */
final class HopBox extends ListItem {
    private final Span rate = new Span();
    private final DataAge age;
    private final Span note = new Span();
    private final @Nullable DataAge state;

    /**
     * Makes a box that shows nothing yet.
     *
     * @param id also names its texts, {@code hop.<id>} and {@code hop.<id>.help}
     * @param state tells LIVE, DELAYED or STALE; null for hops that work in batches
     */
    HopBox(String id, InstantSource clock, @Nullable DataAge state) {
        this.state = state;
        setId("hop-" + id);
        addClassNames("hop", "hop-" + id);
        Span name = new Span(Texts.of("hop." + id));
        name.addClassName("hop-name");
        Paragraph help = new Paragraph(Texts.of("hop." + id + ".help"));
        help.addClassName("hop-help");
        rate.addClassName("hop-rate");
        age = DataAge.ago(clock);
        age.addClassName("hop-age");
        note.addClassName("hop-note");
        add(name, help, rate, age, note);
        if (state != null) {
            state.addClassName("hop-state");
            add(state);
        }
    }

    /** Shows a rate, since when the newest event is known, and something short about it. */
    void show(String rateText, Optional<Instant> eventAt, String noteText, boolean away) {
        QuietText.set(rate, rateText);
        age.setSince(eventAt);
        QuietText.set(note, noteText);
        if (state != null) {
            state.setSince(eventAt);
            state.setOffline(away);
        }
    }
}
