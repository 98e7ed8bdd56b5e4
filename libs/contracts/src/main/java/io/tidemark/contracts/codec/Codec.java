package io.tidemark.contracts.codec;

/**
 * Turns one kind of event into JSON bytes and back. Implementations are stateless and safe for use by many threads.
 *
 * @param <T> the event
 */
public interface Codec<T> {

    /** UTF-8 JSON with the event's version in field {@code version}. */
    byte[] encode(T event);

    /**
     * Reads what {@link #encode} or a newer version of it wrote; fields it does not know are skipped.
     *
     * @throws DecodeException when the bytes are no JSON object, or a field is missing, of the wrong type or out of range
     */
    T decode(byte[] json) throws DecodeException;
}
