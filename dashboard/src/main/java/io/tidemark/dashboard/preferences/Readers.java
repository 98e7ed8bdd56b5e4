package io.tidemark.dashboard.preferences;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** All readers of whom a page is open or something is not kept yet; the others are forgotten. */
public final class Readers {
    private final PreferenceStore store;
    private final ScheduledExecutorService executor;
    private final Duration tryAgain;

    /** Whoever needs an entry holds it: its pages, and the executor until everything is kept. */
    private final Cache<String, StoredPreferences> known =
            Caffeine.newBuilder().weakValues().build();

    /**
     * Knows nobody yet.
     *
     * @param executor does the reading and writing
     * @param tryAgain pause after which it is tried again while the store is away
     */
    public Readers(PreferenceStore store, ScheduledExecutorService executor, Duration tryAgain) {
        this.store = store;
        this.executor = executor;
        this.tryAgain = tryAgain;
    }

    /**
     * The preferences of a reader who has signed in, read anew from the store.
     *
     * @param reader what tells the reader from all others
     */
    public ReaderPreferences named(String reader) {
        StoredPreferences preferences =
                known.get(reader, name -> new StoredPreferences(name, store, executor, tryAgain));
        preferences.refresh();
        return preferences;
    }
}
