package io.tidemark.batch.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which dates are asked for: single ones, a range, both, or all.
 *
 * @param dates single dates
 * @param from first date of the range, or no first
 * @param to last date of the range, or no last
 */
public record DateSelection(SortedSet<LocalDate> dates, Optional<LocalDate> from, Optional<LocalDate> to) {

    public DateSelection {
        dates = new TreeSet<>(dates);
    }

    /** Whether a date is among them. */
    public boolean includes(LocalDate date) {
        if (dates.contains(date)) {
            return true;
        }
        boolean range = from.isPresent() || to.isPresent();
        if (!range) {
            return dates.isEmpty();
        }
        return from.map(first -> !date.isBefore(first)).orElse(true)
                && to.map(last -> !date.isAfter(last)).orElse(true);
    }
}
