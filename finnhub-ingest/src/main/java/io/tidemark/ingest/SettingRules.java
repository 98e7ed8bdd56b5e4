package io.tidemark.ingest;

import io.tidemark.ingest.subscription.Symbols;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Rules for settings that their types do not express. */
final class SettingRules {
    /** A frame is held in memory several times while it is read. */
    private static final int MAX_FRAME_BYTES = 64 << 20;

    private SettingRules() {}

    /** Hands every broken rule to {@code problems}. */
    static void check(IngestSettings settings, Consumer<String> problems) {
        checkAddress(settings.finnhub().url(), problems);
        checkSymbols(settings.finnhub(), problems);
        checkDelays(settings.finnhub(), problems);
        checkKafka(settings.kafka(), problems);
    }

    private static void checkDelays(FinnhubSettings finnhub, Consumer<String> problems) {
        checkPositive("finnhub.max-silence", finnhub.maxSilence(), problems);
        checkPositive("finnhub.state.interval", finnhub.state().interval(), problems);
        var backoff = finnhub.backoff();
        checkPositive("finnhub.backoff.first", backoff.first(), problems);
        checkOrder("finnhub.backoff.longest", backoff.first(), backoff.longest(), problems);
        if (!(backoff.jitter() >= 0 && backoff.jitter() <= 1)) {
            problems.accept("finnhub.backoff.jitter: " + backoff.jitter() + " is no share from 0 to 1");
        }
        checkPositive("finnhub.rejected.first", finnhub.rejected().first(), problems);
        checkOrder(
                "finnhub.rejected.longest",
                finnhub.rejected().first(),
                finnhub.rejected().longest(),
                problems);
        if (finnhub.invalidSymbolRetries().stream().anyMatch(delay -> delay.toMillis() <= 0)) {
            problems.accept("finnhub.invalid-symbol.retries: expected delays above zero");
        }
        long maxFrame = finnhub.maxFrame().bytes();
        if (maxFrame < 1 || maxFrame > MAX_FRAME_BYTES) {
            problems.accept("finnhub.max-frame: expected 1 to " + MAX_FRAME_BYTES + " bytes");
        }
    }

    private static void checkKafka(KafkaSettings kafka, Consumer<String> problems) {
        checkPositive("kafka.startup-timeout", kafka.startupTimeout(), problems);
        checkPositive("kafka.max-in-flight", kafka.maxInFlight(), problems);
        checkPositive("kafka.topic.partitions", kafka.topic().partitions(), problems);
        checkPositive("kafka.topic.replication-factor", kafka.topic().replicationFactor(), problems);
    }

    private static void checkAddress(URI url, Consumer<String> problems) {
        boolean webSocket = List.of("ws", "wss").contains(Objects.toString(url.getScheme(), ""));
        if (!webSocket || url.getHost() == null) {
            problems.accept("finnhub.url: expected ws://HOST or wss://HOST");
        } else if (url.getRawQuery() != null) {
            problems.accept("finnhub.url: holds a query; the key belongs into finnhub.token, where it is kept secret");
        }
    }

    private static void checkSymbols(FinnhubSettings finnhub, Consumer<String> problems) {
        if (finnhub.symbols().isPresent() && finnhub.symbolsFile().isPresent()) {
            problems.accept(
                    "set one of finnhub.symbols (FINNHUB_SYMBOLS) and finnhub.symbols.file (FINNHUB_SYMBOLS_FILE)");
        }
        try {
            Symbols.of(finnhub.symbols().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            problems.accept("finnhub.symbols: " + e.getMessage());
        }
    }

    private static void checkOrder(String name, Duration first, Duration longest, Consumer<String> problems) {
        if (longest.compareTo(first) < 0) {
            problems.accept(name + ": " + longest + " is below the first delay");
        }
    }

    private static void checkPositive(String name, Duration value, Consumer<String> problems) {
        checkPositive(name, value.toMillis(), problems);
    }

    private static void checkPositive(String name, long value, Consumer<String> problems) {
        if (value <= 0) {
            problems.accept(name + ": must be above zero");
        }
    }
}
