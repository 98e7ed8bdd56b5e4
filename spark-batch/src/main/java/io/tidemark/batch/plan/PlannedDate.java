package io.tidemark.batch.plan;

import io.tidemark.batch.landing.DateInput;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A date to work on.
 *
 * @param input its landed files
 * @param context what else its results are a function of
 * @param reason why
 * @param digest what its results will be a function of
 * @param coveredUntil boundary that its publication sets
 */
public record PlannedDate(DateInput input, DateContext context, Reason reason, String digest, Instant coveredUntil) {

    /** The date. */
    public LocalDate date() {
        return input.date();
    }
}
