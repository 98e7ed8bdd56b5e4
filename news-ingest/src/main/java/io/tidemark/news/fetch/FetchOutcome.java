package io.tidemark.news.fetch;

import java.time.Instant;

/** What came of one request. */
public sealed interface FetchOutcome {

    /** An answer that a source can read. */
    sealed interface Answer extends FetchOutcome {}

    /**
     * The whole body.
     *
     * @param contentType empty when the server does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never kept or changed
    record Body(byte[] bytes, String contentType, Validators validators) implements Answer {}

    /** The body is the one that is known already. */
    record NotModified() implements Answer {}

    /** The body is longer than allowed; only its beginning was read. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never kept or changed
    record TooLarge(byte[] beginning, long limit) implements Answer {}

    /** The server wants to be left alone until then. */
    record RateLimited(Instant until, String reason) implements FetchOutcome {}

    /** Trying again may help: the network, a timeout, a server's fault. */
    record Unavailable(String reason) implements FetchOutcome {}

    /**
     * Trying again soon does not help: the key, the address or the question is wrong.
     *
     * @param key whether it is the key
     */
    record Rejected(String reason, boolean key) implements FetchOutcome {}
}
