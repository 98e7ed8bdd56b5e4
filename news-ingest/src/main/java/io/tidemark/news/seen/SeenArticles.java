package io.tidemark.news.seen;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Bookmark;
import io.tidemark.news.seen.Verdict.Likeness;
import io.tidemark.news.source.Bookmarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was published lately, findable by id, address and headline, and the bookmarks. Bounded; the least
 * recently sighted stories go first. Confined to its owner's lock but for {@link #of} and {@link #size}.
 */
public final class SeenArticles implements Bookmarks {
    private static final int MOST_REFUSED = 10_000;

    private final SeenLimits limits;
    private final Map<String, String> bookmarks = new ConcurrentHashMap<>();
    /** In the order of the last sighting. */
    private final LinkedHashMap<String, Story> byId = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, String> idByUrl = new HashMap<>();
    private final HeadlineIndex headlines = new HeadlineIndex();
    private final LinkedHashMap<String, Boolean> refused = new LinkedHashMap<>(16, 0.75f, true);
    private volatile int size;

    private record Match(Story story, Likeness likeness) {}

    public SeenArticles(SeenLimits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<String> of(String query) {
        return Optional.ofNullable(bookmarks.get(query));
    }

    /** Stories remembered now. */
    public int size() {
        return size;
    }

    /** Compares an article with everything remembered; only the time of sighting is changed. */
    public Verdict judge(NewsItem item) {
        long now = item.receivedAt();
        Story story = Story.of(item);
        @Nullable Match match = find(story);
        if (match != null) {
            Story known = match.story().sighted(now);
            byId.put(known.id(), known);
            Story linked = known.linkedTo(item.symbols());
            return linked.symbols().size() == known.symbols().size()
                    ? new Verdict.Duplicate(match.likeness())
                    : new Verdict.Publish(asPartOf(linked, item), new SeenChange(known, linked), true);
        }
        if (item.publishedAt() > now + limits.maxAhead().toMillis()) {
            return new Verdict.TooFarAhead();
        }
        return item.publishedAt() < now - limits.maxAge().toMillis()
                ? new Verdict.TooOld()
                : new Verdict.Publish(item, new SeenChange(null, story), false);
    }

    /** Takes a publication into the memory. */
    public void remember(SeenChange change) {
        change.before().ifPresent(this::remove);
        add(change.after());
        while (byId.size() > limits.stories()
                || eldestIsForgotten(change.after().sightedAt())) {
            remove(byId.values().iterator().next());
        }
        size = byId.size();
    }

    /** Takes a story of an earlier run into the memory. */
    void restore(Story story) {
        Story before = byId.get(story.id());
        remember(new SeenChange(before, story));
    }

    /** Undoes {@link #remember}: the publication failed. */
    public void forget(SeenChange change) {
        remove(change.after());
        change.before().ifPresent(this::add);
        size = byId.size();
    }

    public void bookmark(Bookmark bookmark) {
        bookmarks.put(bookmark.query(), bookmark.value());
    }

    /** Whether the same bytes were refused before. */
    public boolean refusedBefore(String digest) {
        return refused.get(digest) != null;
    }

    /** Undoes {@link #rememberRefused}: the dead letter was not taken. */
    public void forgetRefused(String digest) {
        refused.remove(digest);
    }

    public void rememberRefused(String digest) {
        refused.put(digest, true);
        if (refused.size() > MOST_REFUSED) {
            refused.remove(refused.keySet().iterator().next());
        }
    }

    /** Every story, the least recently sighted first. */
    List<Story> stories() {
        return new ArrayList<>(byId.values());
    }

    List<Bookmark> bookmarks() {
        return bookmarks.entrySet().stream()
                .map(entry -> new Bookmark(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<String> refused() {
        return new ArrayList<>(refused.keySet());
    }

    /** The first article's identity and time, so that whoever counts by them counts one story; the rest as it came. */
    private static NewsItem asPartOf(Story story, NewsItem item) {
        return new NewsItem(
                story.id(),
                story.publishedAt(),
                item.receivedAt(),
                item.headline(),
                item.summary(),
                item.source(),
                item.url(),
                item.category(),
                story.symbols(),
                story.feed());
    }

    private @Nullable Match find(Story story) {
        Story same = byId.get(story.id());
        if (same != null) {
            return new Match(same, Likeness.ID);
        }
        String id = idByUrl.get(story.urlKey());
        Story byUrl = id == null ? null : byId.get(id);
        if (byUrl != null) {
            return new Match(byUrl, Likeness.URL);
        }
        for (String candidate : headlines.like(story.headline())) {
            Story known = byId.get(candidate);
            if (known != null && sameNews(known, story)) {
                return new Match(known, Likeness.HEADLINE);
            }
        }
        return null;
    }

    /** A publisher that uses a headline again, as for a daily column, has written another article. */
    private boolean sameNews(Story known, Story story) {
        long apart = Math.abs(known.publishedAt() - story.publishedAt());
        return apart <= limits.headlineWindow().toMillis() && !known.publisher().equals(story.publisher());
    }

    private boolean eldestIsForgotten(long now) {
        Story eldest = byId.values().iterator().next();
        return Math.max(eldest.sightedAt(), eldest.publishedAt())
                < now - limits.maxAge().toMillis();
    }

    private void add(Story story) {
        byId.put(story.id(), story);
        if (!story.urlKey().isEmpty()) {
            idByUrl.put(story.urlKey(), story.id());
        }
        headlines.add(story.headline(), story.id());
    }

    private void remove(Story story) {
        byId.remove(story.id());
        idByUrl.remove(story.urlKey(), story.id());
        headlines.remove(story.headline(), story.id());
    }
}
