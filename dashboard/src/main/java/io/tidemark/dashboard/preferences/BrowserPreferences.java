package io.tidemark.dashboard.preferences;

import io.tidemark.dashboard.feed.Listeners;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Preferences of a reader without a name: the reader's browser keeps them, and nobody else sees them. One object a browser;
 * its pages learn from the browser what is kept, and write there what changes.
 */
public final class BrowserPreferences implements ReaderPreferences {
    private final Listeners<Kept> listeners = new Listeners<>();
    private UnaryOperator<Preferences> changes = UnaryOperator.identity();
    private Kept current = Kept.UNKNOWN;

    @Override
    public synchronized Kept current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<Kept> listener) {
        return listeners.add(listener);
    }

    /** What the browser keeps, told by the first page that is open in it; what was changed before counts on top of it. */
    public void learn(Preferences kept) {
        become(() -> current.known() ? current : new Kept(changes.apply(kept), Kept.State.KEPT));
    }

    @Override
    public void change(UnaryOperator<Preferences> change) {
        become(() -> {
            UnaryOperator<Preferences> before = changes;
            changes = current.known() ? UnaryOperator.identity() : kept -> change.apply(before.apply(kept));
            return new Kept(change.apply(current.preferences()), current.state());
        });
    }

    private void become(Supplier<Kept> next) {
        Kept now;
        synchronized (this) {
            now = next.get();
            current = now;
        }
        listeners.tell(now);
    }
}
