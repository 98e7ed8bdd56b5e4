package io.tidemark.dashboard.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a reader of the serving layer: fails when a test says so, and remembers what it was asked.
 *
 * @param <S> the reader's session
 * @param <F> the fake itself
 */
public abstract class FakeReader<S, F> {
    private final List<String> asked = new ArrayList<>();
    private @Nullable ServingFault fault;

    /** This object as what it is in full. */
    protected abstract F self();

    /** This object as a session that answers. */
    protected abstract S session();

    public final F fails(ServingFault why) {
        fault = why;
        return self();
    }

    public final F recovers() {
        fault = null;
        return self();
    }

    /** Remembers a question. */
    protected final void asked(String question) {
        asked.add(question);
    }

    /** What was asked for since the last call of this method. */
    public final List<String> askedFor() {
        List<String> questions = List.copyOf(asked);
        asked.clear();
        return questions;
    }

    public final <T> T readAtOnce(Function<S, T> reading) {
        ServingFault why = fault;
        if (why != null) {
            throw new ServingUnavailableException(why, new IllegalStateException(why.detail()));
        }
        return reading.apply(session());
    }
}
