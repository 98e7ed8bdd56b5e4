package io.tidemark.ingest;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.tidemark.ingest.frame.RepeatedFrames;
import io.tidemark.servicekit.config.ByteSize;
import io.tidemark.servicekit.config.Doc;
import io.tidemark.servicekit.config.RequiredUnless;
import io.tidemark.servicekit.config.SecretValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The feed and how patient to be with it. */
public interface FinnhubSettings {

    @Doc("Address of the feed, ws or wss, without the key.")
    @WithDefault("wss://ws.finnhub.io")
    URI url();

    @Doc("Key of the feed. One key is good for one connection: run one instance only.")
    SecretValue token();

    @Doc("Symbols to subscribe, separated by commas; they may hold spaces and colons. This or finnhub.symbols.file.")
    @RequiredUnless("finnhub.symbols.file")
    Optional<List<String>> symbols();

    @Doc("File with one symbol a line (# begins a comment); read again when it changes.")
    @WithName("symbols.file")
    Optional<Path> symbolsFile();

    @Doc("Longest time without any frame before the connection counts as dead; the feed pings every 60 s.")
    @WithDefault("150s")
    Duration maxSilence();

    Backoff backoff();

    Rejected rejected();

    @Doc("How long to wait before an invalid symbol is tried again: one delay per refusal, the last one for ever.")
    @WithName("invalid-symbol.retries")
    @WithDefault("5m,10m,15m,15m,45m")
    List<Duration> invalidSymbolRetries();

    @Doc("Longest frame that is read; of longer ones only the beginning is kept, as a dead letter.")
    @WithDefault("4MiB")
    ByteSize maxFrame();

    @Doc("A frame of trades equal to one of the last 16: keep its trades (equal trades may be real) or divert it,"
            + " as a dead letter (for a feed that repeats frames). It is counted either way.")
    @WithDefault("keep")
    RepeatedFrames repeatedFrames();

    @Doc("How far a trade's time may lie ahead of the clock; trades beyond become dead letters.")
    @WithDefault("24h")
    Duration maxAhead();

    State state();

    /** After a connection that failed or was lost. */
    interface Backoff {
        @Doc("Delay before the first reconnect; it doubles with every failure.")
        @WithDefault("1s")
        Duration first();

        @Doc("Longest delay before a reconnect.")
        @WithDefault("60s")
        Duration longest();

        @Doc("Share by which each delay is varied at random, from 0 to 1.")
        @WithDefault("0.2")
        double jitter();

        @Doc("How long frames must keep coming on a connection until earlier failures are forgotten.")
        @WithDefault("60s")
        Duration stable();
    }

    /** After the feed refused the key. */
    interface Rejected {
        @Doc("Delay before the next attempt when the feed refuses the key; it doubles with every refusal.")
        @WithDefault("60s")
        Duration first();

        @Doc("Longest delay between attempts while the feed refuses the key.")
        @WithDefault("15m")
        Duration longest();
    }

    /** What is remembered over a restart. */
    interface State {
        @Doc("File that remembers until when the feed was heard, so that a restart records the gap.")
        Optional<Path> file();

        @Doc("How often that file is written.")
        @WithDefault("1s")
        Duration interval();
    }
}
