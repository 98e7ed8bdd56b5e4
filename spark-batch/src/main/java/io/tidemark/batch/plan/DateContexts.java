package io.tidemark.batch.plan;

import io.tidemark.batch.landing.LandedNews;
import io.tidemark.contracts.event.FeedGap;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contexts of all dates.
 *
 * @param news what has landed of news
 * @param newsMethod how news is read, in a text that changes when its figures would
 * @param gaps of all dates, oldest first
 * @param quarantined number of records by date and kind of reason
 */
public record DateContexts(
        LandedNews news, String newsMethod, List<FeedGap> gaps, Map<LocalDate, SortedMap<String, Long>> quarantined) {

    /** When nothing but trades is known. */
    public static final DateContexts NONE = new DateContexts(new LandedNews(List.of()), "", List.of(), Map.of());

    public DateContexts {
        gaps = List.copyOf(gaps);
        quarantined = Map.copyOf(quarantined);
    }

    /** A date's. */
    DateContext of(LocalDate date) {
        long start = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        List<FeedGap> overlapping = gaps.stream()
                .filter(gap -> gap.from() < end && gap.to() > start)
                .toList();
        return new DateContext(news.on(date), overlapping, quarantined.getOrDefault(date, new TreeMap<>()));
    }
}
