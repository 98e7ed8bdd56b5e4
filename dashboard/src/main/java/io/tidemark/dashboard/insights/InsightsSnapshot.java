package io.tidemark.dashboard.insights;

import io.tidemark.dashboard.feed.FeedStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process knows of batch results at one instant; immutable and shared by all sessions.
 *
 * @param dates that are published, newest first
 * @param days those that somebody looks at
 * @param symbolDays likewise
 */
public record InsightsSnapshot(
        FeedStatus status,
        List<PublishedDate> dates,
        Map<LocalDate, DateInsights> days,
        Map<SymbolDay, SymbolInsights> symbolDays) {
    /** Before the first look into the database. */
    public static final InsightsSnapshot STARTING =
            new InsightsSnapshot(FeedStatus.Starting.INSTANCE, List.of(), Map.of(), Map.of());

    public InsightsSnapshot {
        dates = List.copyOf(dates);
        days = Map.copyOf(days);
        symbolDays = Map.copyOf(symbolDays);
    }

    /** What was published of a date, if anything was. */
    public Optional<PublishedDate> published(LocalDate date) {
        return dates.stream().filter(known -> known.date().equals(date)).findFirst();
    }

    InsightsSnapshot with(FeedStatus other) {
        return status.equals(other) ? this : new InsightsSnapshot(other, dates, days, symbolDays);
    }
}
