package io.tidemark.news.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source at one moment.
 *
 * @param source its name
 * @param reason why it is not live, empty when it is
 * @param lastSuccess end of the last round in which a query was answered, null before it
 * @param failures rounds in a row in which none was
 * @param nextRound when it is asked again, null while it is being asked
 * @param rounds since the start of the process
 */
public record SourceStatus(
        String source,
        SourceState state,
        String reason,
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable Instant nextRound,
        long rounds) {}
