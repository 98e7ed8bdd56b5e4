package io.tidemark.dashboard.news;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The stories of an hour by their mood.
 *
 * @param start of the hour (UTC)
 * @param mean of the sentiments, from -1 to 1; empty without a story
 */
public record NewsHour(Instant start, int positive, int neutral, int negative, OptionalDouble mean) {

    /** The hours from the oldest story to the newest, at most so many of the newest; those without a story among them. */
    public static List<NewsHour> of(List<NewsItem> items, int most) {
        TreeMap<Instant, List<NewsItem>> byHour = new TreeMap<>();
        items.forEach(item -> byHour.computeIfAbsent(
                        item.publishedAt().truncatedTo(ChronoUnit.HOURS), any -> new ArrayList<>())
                .add(item));
        if (byHour.isEmpty()) {
            return List.of();
        }
        Instant last = byHour.lastKey();
        Instant earliest = last.minus(Duration.ofHours(most - 1L));
        Instant first = byHour.firstKey().isBefore(earliest) ? earliest : byHour.firstKey();
        List<NewsHour> hours = new ArrayList<>();
        for (Instant hour = first; !hour.isAfter(last); hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour(hour, byHour));
        }
        return hours;
    }

    private static NewsHour hour(Instant start, Map<Instant, List<NewsItem>> byHour) {
        List<NewsItem> items = byHour.getOrDefault(start, List.of());
        return new NewsHour(
                start,
                count(items, Mood.POSITIVE),
                count(items, Mood.NEUTRAL),
                count(items, Mood.NEGATIVE),
                items.stream().mapToDouble(NewsItem::sentiment).average());
    }

    private static int count(List<NewsItem> items, Mood mood) {
        return (int)
                items.stream().filter(item -> Mood.of(item.sentiment()) == mood).count();
    }
}
