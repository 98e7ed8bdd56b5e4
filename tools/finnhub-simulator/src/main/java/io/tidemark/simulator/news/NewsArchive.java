package io.tidemark.simulator.news;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The articles that the REST API lists: the newest {@value #MAX_ITEMS} that are available by now. For several threads. */
public final class NewsArchive {

    static final int MAX_ITEMS = 20_000;
    private static final int MAX_LISTED = 250;

    private final NewsWire wire;
    private final InstantSource clock;
    private final Deque<NewsItem> newestFirst = new ArrayDeque<>();
    private NewsItem upcoming;

    public NewsArchive(NewsWire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
        this.upcoming = wire.next();
    }

    /** Items of {@code /news}, newest first, whose id is above a number. */
    public synchronized List<NewsItem> of(Desk desk, long minId) {
        return select(item -> item.desk() == desk && item.id() > minId);
    }

    /** Items of {@code /company-news}, newest first, published within dates (UTC), both included. */
    public synchronized List<NewsItem> ofCompany(String symbol, LocalDate from, LocalDate to) {
        return select(item -> {
            LocalDate date = Instant.ofEpochSecond(item.publishedAt())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            return item.symbol().equals(symbol) && !date.isBefore(from) && !date.isAfter(to);
        });
    }

    private List<NewsItem> select(Predicate<NewsItem> wanted) {
        catchUp();
        return newestFirst.stream().filter(wanted).limit(MAX_LISTED).toList();
    }

    private void catchUp() {
        long now = clock.millis();
        while (upcoming.availableAt() <= now) {
            newestFirst.addFirst(upcoming);
            if (newestFirst.size() > MAX_ITEMS) {
                newestFirst.removeLast();
            }
            upcoming = wire.next();
        }
    }
}
