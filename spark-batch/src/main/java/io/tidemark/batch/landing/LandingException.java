package io.tidemark.batch.landing;

/** The landing directory is not what its protocol says; the message names the file and the fault. */
public final class LandingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LandingException(String message) {
        super(message);
    }

    LandingException(String message, Throwable cause) {
        super(message, cause);
    }
}
