package io.tidemark.dashboard.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of the batch layer to publish a date. Counts are null until the run knows them.
 *
 * @param finishedAt null while it runs
 * @param rowsRead landed rows
 * @param rowsCounted of these, rows that update a bar
 * @param rowsKeptOut of these, price updates without volume and trades that their sale conditions exclude
 * @param bars bars it published
 * @param message why it failed or was superseded
 */
public record BatchRun(
        long id,
        LocalDate date,
        State state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long rowsRead,
        @Nullable Long rowsCounted,
        @Nullable Long rowsKeptOut,
        @Nullable Long bars,
        @Nullable String message) {

    /** What became of a run. */
    public enum State {
        STARTED,
        PUBLISHED,
        SUPERSEDED,
        FAILED
    }
}
