package io.tidemark.batch.compact;

import io.tidemark.batch.landing.Completeness;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which dates to compact.
 *
 * @param due closed dates whose compaction is missing or was made of other files
 * @param current dates whose compaction is of just the files that have landed
 * @param open dates that are not complete to their end, or ended too lately
 */
public record CompactionPlan(List<DateInput> due, List<LocalDate> current, List<LocalDate> open) {
    private static final String METHOD = "compaction " + CompactionManifestCodec.VERSION;

    /**
     * Plans.
     *
     * @param selected dates asked for
     * @param now the present
     * @param age a date must have ended this long ago: a compaction is made once, and late files would be read beside it
     */
    public static CompactionPlan of(
            LandedTrades landed, CompactedTrades compacted, Predicate<LocalDate> selected, Instant now, Duration age)
            throws IOException {
        List<DateInput> due = new ArrayList<>();
        List<LocalDate> current = new ArrayList<>();
        List<LocalDate> open = new ArrayList<>();
        for (DateInput input : landed.dates()) {
            LocalDate date = input.date();
            if (!selected.test(date)) {
                continue;
            }
            Optional<CompactionManifest> made = compacted.of(date);
            if (!isClosed(date, landed.completeness(), now, age)) {
                open.add(date);
            } else if (made.isPresent() && made.get().digest().equals(digest(input))) {
                current.add(date);
            } else {
                due.add(input);
            }
        }
        return new CompactionPlan(List.copyOf(due), List.copyOf(current), List.copyOf(open));
    }

    /** What a date's compaction is a function of. */
    static String digest(DateInput input) {
        return input.digest(METHOD);
    }

    private static boolean isClosed(LocalDate date, Completeness completeness, Instant now, Duration age) {
        Instant end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return completeness.of(date).equals(end) && !end.plus(age).isAfter(now);
    }
}
