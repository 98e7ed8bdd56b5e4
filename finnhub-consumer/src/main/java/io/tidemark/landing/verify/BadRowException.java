package io.tidemark.landing.verify;

/** A line that is not what the contract says; the message says why. */
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
        super(message);
    }
}
