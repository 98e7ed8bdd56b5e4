package io.tidemark.dashboard.insights.ui;

import io.tidemark.dashboard.insights.SymbolDay;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What all panels of the view are about.
 *
 * @param publishedAt when the date was, if it was
 * @param whyNothing why nothing can be known of it; empty when the date is known
 */
record Shown(SymbolDay day, Optional<Instant> publishedAt, Optional<String> whyNothing, Moments moments) {
    LocalDate date() {
        return day.date();
    }

    /** Date and symbol as part of a file's name. */
    String fileName() {
        return day.symbol().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + "-" + day.date();
    }

    /** What an empty panel says. */
    String whyEmpty(String panel) {
        return whyNothing.orElseGet(() -> Texts.of(panel + ".empty"));
    }
}
