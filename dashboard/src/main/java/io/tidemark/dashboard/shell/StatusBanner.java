package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;

/** Says, above everything else, that the serving layer cannot be read, why, and what happens next. */
public final class StatusBanner extends Div {
    private final Span headline = new Span();
    private final Span detail = new Span();

    StatusBanner() {
        setId("banner");
        addClassName("banner");
        headline.addClassName("banner-headline");
        detail.addClassName("banner-detail");
        // Read aloud when it appears and when it goes.
        getElement().setAttribute("role", "status");
        add(headline, detail);
        setVisible(false);
    }

    void show(FeedStatus status, boolean somethingShown, Moments moments) {
        if (status instanceof FeedStatus.Away(var since, var fault)) {
            QuietText.set(headline, headline(fault.kind()));
            QuietText.set(
                    detail,
                    Texts.of(
                            somethingShown ? "away.since.shown" : "away.since", moments.recent(since), fault.detail()));
            setVisible(true);
        } else {
            setVisible(false);
        }
    }

    private static String headline(ServingFault.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> Texts.of("away.unreachable");
            case REFUSED -> Texts.of("away.refused");
            case NOT_MIGRATED -> Texts.of("away.unmigrated");
            case SLOW -> Texts.of("away.slow");
            case FAILED -> Texts.of("away.failed");
        };
    }
}
