package io.tidemark.news;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.ByteSize;
import io.tidemark.servicekit.config.Doc;
import java.time.Duration;

/** How sources are asked over HTTP. */
public interface FetchSettings {

    @Doc("Longest time for one answer, from the request to the last byte.")
    @WithDefault("30s")
    Duration timeout();

    @Doc(
            "Longest answer that is read, after decompression; of longer ones only the beginning is kept, as a dead letter.")
    @WithDefault("4MiB")
    ByteSize maxBody();

    @Doc("Attempts after the first, when the network or the server fails or asks to wait.")
    @WithDefault("2")
    int retries();

    Backoff backoff();

    @Doc("Longest wait that a server may ask for by Retry-After.")
    @WithDefault("1h")
    Duration maxRetryAfter();

    @Doc("How requests introduce themselves; some feeds want an address to write to.")
    @WithDefault("tidemark-news-ingest")
    String userAgent();

    /** Between attempts and after failed rounds. */
    interface Backoff {
        @Doc("Delay before the first retry; it doubles.")
        @WithDefault("1s")
        Duration first();

        @Doc("Longest delay before a retry.")
        @WithDefault("30s")
        Duration longest();

        @Doc("Longest delay between rounds that fail; they begin with the source's interval and double.")
        @WithDefault("30m")
        Duration longestRound();

        @Doc("Share by which each delay is varied at random, from 0 to 1.")
        @WithDefault("0.2")
        double jitter();
    }
}
