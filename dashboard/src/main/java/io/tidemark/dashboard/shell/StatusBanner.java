package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;

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
            String kept = somethingShown ? " What is shown is what was known by then." : "";
            QuietText.set(
                    detail,
                    "Since " + moments.recent(since) + ": " + fault.detail() + "." + kept
                            + " The page goes on by itself as soon as that is over.");
            setVisible(true);
        } else {
            setVisible(false);
        }
    }

    private static String headline(ServingFault.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "The database cannot be reached.";
            case REFUSED -> "The database refuses the dashboard's role.";
            case NOT_MIGRATED -> "The database has no serving layer yet: its migrations have not run.";
            case SLOW -> "The database answers too slowly.";
            case FAILED -> "The serving layer cannot be read.";
        };
    }
}
