package io.tidemark.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection at one moment, for people.
 *
 * @param state where it stands
 * @param since when it came to that state
 * @param connection id of the connection, empty before the first
 * @param attempts failed attempts since the feed was last stable
 * @param reason why it is not connected, or why it was lost the last time; empty when it never was
 * @param nextAttempt when the next attempt is due, null when none is
 */
public record ConnectionStatus(
        ConnectionState state,
        Instant since,
        String connection,
        int attempts,
        String reason,
        @Nullable Instant nextAttempt) {

    public boolean connected() {
        return state == ConnectionState.CONNECTED;
    }
}
