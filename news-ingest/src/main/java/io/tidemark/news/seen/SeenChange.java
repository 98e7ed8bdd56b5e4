package io.tidemark.news.seen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one publication adds to the memory, and what was there before. Opaque outside of this package. */
public final class SeenChange {
    private final @Nullable Story before;
    private final Story after;

    SeenChange(@Nullable Story before, Story after) {
        this.before = before;
        this.after = after;
    }

    Optional<Story> before() {
        return Optional.ofNullable(before);
    }

    Story after() {
        return after;
    }
}
