package io.tidemark.dashboard.pipeline.ui;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.widget.ReaderChoices;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a link to the view says: {@code /pipeline?date=2026-11-23}. What cannot be read counts as left out.
 *
 * @param date whose detail is shown; none for the newest
 */
record PipelineAddress(Optional<LocalDate> date, ReaderChoices reader) {

    static PipelineAddress of(QueryParameters query) {
        return new PipelineAddress(dateOf(query.getSingleParameter("date").orElse("")), ReaderChoices.of(query));
    }

    private static Optional<LocalDate> dateOf(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    QueryParameters toQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        date.ifPresent(day -> query.put("date", day.toString()));
        reader.putInto(query);
        return QueryParameters.simple(query);
    }

    PipelineAddress withDate(LocalDate other) {
        return new PipelineAddress(Optional.of(other), reader);
    }
}
