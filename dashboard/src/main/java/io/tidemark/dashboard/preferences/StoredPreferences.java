package io.tidemark.dashboard.preferences;

import io.tidemark.dashboard.feed.Listeners;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences of a reader who has signed in. Reading and writing are done by an executor, one task at a time for each
 * reader; of several changes the newest is written. While the store is away it is tried again and again, as long as a page
 * is open or something is not kept.
 */
final class StoredPreferences implements ReaderPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPreferences.class);

    private final String reader;
    private final PreferenceStore store;
    private final ScheduledExecutorService executor;
    private final Duration tryAgain;
    private final Listeners<Kept> listeners = new Listeners<>();

    /** What was changed and is not kept yet. */
    private Optional<UnaryOperator<Preferences>> changes = Optional.empty();

    private Kept current = Kept.UNKNOWN;
    private boolean underway;
    private boolean readAgain;

    StoredPreferences(String reader, PreferenceStore store, ScheduledExecutorService executor, Duration tryAgain) {
        this.reader = reader;
        this.store = store;
        this.executor = executor;
        this.tryAgain = tryAgain;
    }

    @Override
    public synchronized Kept current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<Kept> listener) {
        Runnable end = listeners.add(listener);
        synchronized (this) {
            if (!current.known()) {
                begin(Duration.ZERO);
            }
        }
        return end;
    }

    /** Has the store read, for a page that opens. */
    synchronized void refresh() {
        readAgain = true;
        begin(Duration.ZERO);
    }

    @Override
    public void change(UnaryOperator<Preferences> change) {
        Kept now;
        synchronized (this) {
            Optional<UnaryOperator<Preferences>> before = changes;
            changes = Optional.of(
                    kept -> change.apply(before.map(each -> each.apply(kept)).orElse(kept)));
            now = new Kept(change.apply(current.preferences()), current.known() ? Kept.State.SAVING : current.state());
            current = now;
            begin(Duration.ZERO);
        }
        listeners.tell(now);
    }

    private void begin(Duration delay) {
        if (!underway) {
            underway = true;
            var unused = executor.schedule(this::settle, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads what is not known and writes what is not kept, until neither is left or the store is away. */
    private void settle() {
        try {
            while (step()) {
                // Whatever was changed meanwhile is the next step.
            }
        } catch (ServingUnavailableException e) {
            fail(e.fault().detail());
        } catch (RuntimeException e) {
            LOG.error("Settings of a reader could not be kept in an unforeseen way; it is tried again", e);
            fail("unforeseen");
        }
    }

    /** Returns false when there is nothing left to do. */
    private boolean step() {
        boolean reading;
        Optional<UnaryOperator<Preferences>> writing;
        Preferences wanted;
        synchronized (this) {
            // Nothing is read over a change that is not kept: it would count twice.
            reading = !current.known() || (readAgain && changes.isEmpty());
            readAgain = false;
            writing = changes;
            wanted = current.preferences();
            if (!reading && writing.isEmpty()) {
                underway = false;
                return false;
            }
        }
        if (reading) {
            Preferences kept = store.read(reader).orElse(Preferences.USUAL);
            become(() -> changes.map(each -> new Kept(each.apply(kept), Kept.State.SAVING))
                    .orElseGet(() -> new Kept(kept, Kept.State.KEPT)));
        } else {
            store.write(reader, wanted);
            become(() -> {
                // Changed again while it was written: the next step writes that.
                boolean newest = current.preferences().equals(wanted);
                changes = newest ? Optional.empty() : changes;
                return newest ? new Kept(wanted, Kept.State.KEPT) : current;
            });
        }
        return true;
    }

    private void fail(String why) {
        Kept.State before = current().state();
        become(() -> new Kept(current.preferences(), failed()));
        if (current().state() != before) {
            LOG.warn("Settings of a reader cannot be kept or read: {}. It is tried again.", why);
        }
        synchronized (this) {
            underway = false;
            if (changes.isPresent() || (!current.known() && listeners.count() > 0)) {
                begin(tryAgain);
            }
        }
    }

    private Kept.State failed() {
        if (changes.isPresent()) {
            return current.known() ? Kept.State.UNSAVED : Kept.State.UNREAD;
        }
        return current.known() ? Kept.State.KEPT : Kept.State.UNREAD;
    }

    private void become(Supplier<Kept> next) {
        Kept before;
        Kept now;
        synchronized (this) {
            before = current;
            now = next.get();
            current = now;
        }
        if (!now.equals(before)) {
            listeners.tell(now);
        }
    }
}
