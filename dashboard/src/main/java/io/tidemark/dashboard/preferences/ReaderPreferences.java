package io.tidemark.dashboard.preferences;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The preferences of one reader, as all of that reader's pages share them. Never waits for where they are kept. */
public interface ReaderPreferences {

    /** What counts now. */
    Kept current();

    /** Tells of every change until the returned handle is run. Listeners are called on any thread and must be quick. */
    Runnable subscribe(Consumer<Kept> listener);

    /** Changes what counts, at once, for all pages of the reader, and has it kept. */
    void change(UnaryOperator<Preferences> change);
}
