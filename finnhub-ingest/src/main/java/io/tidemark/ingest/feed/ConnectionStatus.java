package io.tidemark.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection at one moment, for people.
 *
 * @param state where it stands
 * @param since when it came to that state
 * @param connection id of the connection, empty before the first
 * @param failures failed or lost connections since the feed was last stable
 * @param lastLoss why the last connection or attempt failed; empty when none did
 * @param nextAttempt when the next attempt is due, null when none is
 */
public record ConnectionStatus(
        ConnectionState state,
        Instant since,
        String connection,
        int failures,
        String lastLoss,
        @Nullable Instant nextAttempt) {

    public boolean connected() {
        return state == ConnectionState.CONNECTED;
    }
}
