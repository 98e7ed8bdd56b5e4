package io.tidemark.dashboard.preferences;

import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A store in memory that is away when a test says so. */
public final class FakePreferences implements PreferenceStore {
    private final Map<String, Preferences> kept = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** Readers of whom nothing is kept. */
    public static Readers nobody() {
        return new FakePreferences().readers();
    }

    /** Readers whose preferences are kept here. */
    public Readers readers() {
        return new Readers(
                this,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory()),
                Duration.ofMillis(20));
    }

    public FakePreferences holds(String reader, Preferences preferences) {
        kept.put(reader, preferences);
        return this;
    }

    public void goesAway() {
        away = true;
    }

    public void comesBack() {
        away = false;
    }

    /** What is kept of a reader, whether the store is away or not. */
    public Optional<Preferences> of(String reader) {
        return Optional.ofNullable(kept.get(reader));
    }

    @Override
    public Optional<Preferences> read(String reader) {
        fail();
        return of(reader);
    }

    @Override
    public void write(String reader, Preferences preferences) {
        fail();
        kept.put(reader, preferences);
    }

    private void fail() {
        if (away) {
            throw new ServingUnavailableException(
                    new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"),
                    new IllegalStateException("away"));
        }
    }
}
