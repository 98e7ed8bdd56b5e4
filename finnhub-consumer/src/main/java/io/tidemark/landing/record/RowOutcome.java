package io.tidemark.landing.record;

/** What became of a record's bytes. */
public sealed interface RowOutcome {

    /**
     * The buffer holds its row.
     *
     * @param eventTime when it happened, epoch ms
     */
    record Row(long eventTime) implements RowOutcome {}

    /**
     * It is no event and belongs in quarantine.
     *
     * @param reason in words for a person
     */
    record Rejected(String reason) implements RowOutcome {}
}
