package io.tidemark.news.count;

import java.util.Locale;

/** What became of one thing that a source delivered; each thing received ends in exactly one of these. */
public enum Outcome {
    /** Acknowledged by Kafka, for the first time. */
    PUBLISHED,
    /** A known story, acknowledged again because it names symbols that the story did not have. */
    LINKED,
    DUPLICATE_ID,
    DUPLICATE_URL,
    DUPLICATE_HEADLINE,
    TOO_OLD,
    /** A dead letter, acknowledged. */
    REFUSED,
    /** A dead letter before already. */
    REFUSED_BEFORE;

    /** As in metrics and status. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
