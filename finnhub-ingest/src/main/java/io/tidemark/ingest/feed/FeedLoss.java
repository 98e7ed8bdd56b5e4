package io.tidemark.ingest.feed;

import java.time.Duration;

/** Why a connection ended or never came to be; reasons are for people and hold no secret. */
public sealed interface FeedLoss {

    String reason();

    /** It was open or opening and broke or was closed. */
    record Broken(String reason) implements FeedLoss {}

    /** The feed refused the key. */
    record Rejected(String reason) implements FeedLoss {}

    /**
     * The feed asks to come back later.
     *
     * @param retryAfter shortest wait it asks for
     */
    record Throttled(String reason, Duration retryAfter) implements FeedLoss {}
}
