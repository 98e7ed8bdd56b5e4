package io.tidemark.batch.parse;

/** A row is not what a landed file holds; the message says why and, once known, in which file and line. */
public final class MalformedRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRowException(String message) {
        super(message);
    }

    MalformedRowException(String message, Throwable cause) {
        super(message, cause);
    }
}
