package io.tidemark.landing.consume;

/** Kafka and the landing directory do not fit together; going on would hide a loss, so a person must decide. */
public final class LandingRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What does not fit and what to do about it. */
    public LandingRefusedException(String message) {
        super(message);
    }
}
