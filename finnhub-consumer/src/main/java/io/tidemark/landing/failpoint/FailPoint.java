package io.tidemark.landing.failpoint;

import java.util.Locale;

/** Every step of a segment's life, in their order, named as in {@code tidemark.failpoint=before-commit-link:halt}. */
public enum FailPoint {
    /** No byte of the segment is on disk yet. */
    BEFORE_DATA_WRITE,
    /** Some buffers were written, others were not. */
    MID_DATA_WRITE,
    BEFORE_FILE_SYNC,
    AFTER_FILE_SYNC,
    BEFORE_DIRECTORY_SYNC,
    BEFORE_MANIFEST_WRITE,
    BEFORE_MANIFEST_SYNC,
    BEFORE_COMMIT_LINK,
    /** The segment is committed, but its manifest's directory is not synced. */
    AFTER_COMMIT_LINK,
    BEFORE_RENAME,
    /** Some files have their final names, others do not; needs a segment of two files. */
    MID_RENAME,
    AFTER_RENAME,
    BEFORE_PROGRESS,
    BEFORE_OFFSET_COMMIT,
    AFTER_OFFSET_COMMIT;

    /** The point's name in settings and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
