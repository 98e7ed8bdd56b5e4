package io.tidemark.serving;

/** The database could not be reached, read or changed; the message says what was tried and what went wrong. */
public final class ServingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServingException(String what, Exception cause) {
        super(what + ": " + firstLine(cause), cause);
    }

    /** Flyway decorates its messages with rulers and the same text again; the cause keeps them all. */
    private static String firstLine(Exception cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
