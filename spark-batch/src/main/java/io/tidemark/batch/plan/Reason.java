package io.tidemark.batch.plan;

/** Why a date is worked on. */
public enum Reason {
    NEW("never published"),
    CHANGED("the landed files or the method differ from what was published"),
    ENDED("the date has ended since it was published, so its boundary moves to its end"),
    FILES_MISSING("published in the database, but not in the result directory"),
    FORCED("asked for by --force");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason in words. */
    public String text() {
        return text;
    }
}
