package io.tidemark.contracts.codec;

/** Bytes that are not the event they should be; the message says what is wrong in words for a person. */
public final class DecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    public DecodeException(String message) {
        super(message);
    }

    public DecodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
