package io.tidemark.dashboard.feed;

/**
 * Why the serving layer cannot be read.
 *
 * @param detail the database's own words, one line, without secrets
 */
public record ServingFault(Kind kind, String detail) {

    /** What a person has to look after. */
    public enum Kind {
        /** Nothing answers at the address. */
        UNREACHABLE,
        /** The database refuses the role or its password. */
        REFUSED,
        /** The database is there but has no schema serving: migrations have not run. */
        NOT_MIGRATED,
        /** It answers too slowly. */
        SLOW,
        /** Anything else. */
        FAILED
    }
}
