package io.tidemark.ingest;

import io.tidemark.ingest.subscription.Symbols;
import java.net.URI;
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
        checkPositive("finnhub.max-silence", settings.finnhub().maxSilence().toMillis(), problems);
        checkPositive("finnhub.max-frame", settings.finnhub().maxFrame().bytes(), problems);
        checkPositive(
                "finnhub.state.interval", settings.finnhub().state().interval().toMillis(), problems);
        checkPositive(
                "finnhub.backoff.first", settings.finnhub().backoff().first().toMillis(), problems);
        checkPositive(
                "finnhub.rejected.first", settings.finnhub().rejected().first().toMillis(), problems);
        checkPositive("kafka.startup-timeout", settings.kafka().startupTimeout().toMillis(), problems);
        checkPositive("kafka.max-in-flight", settings.kafka().maxInFlight(), problems);
        checkPositive("kafka.topic.partitions", settings.kafka().topic().partitions(), problems);
        checkPositive("kafka.topic.replication-factor", settings.kafka().topic().replicationFactor(), problems);
        double jitter = settings.finnhub().backoff().jitter();
        if (!(jitter >= 0 && jitter <= 1)) {
            problems.accept("finnhub.backoff.jitter: " + jitter + " is no share from 0 to 1");
        }
        if (settings.finnhub().maxFrame().bytes() > MAX_FRAME_BYTES) {
            problems.accept("finnhub.max-frame: at most " + MAX_FRAME_BYTES + " bytes");
        }
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
        if (finnhub.symbols().isPresent() == finnhub.symbolsFile().isPresent()) {
            problems.accept(
                    "set one of finnhub.symbols (FINNHUB_SYMBOLS) and finnhub.symbols.file (FINNHUB_SYMBOLS_FILE)");
        }
        try {
            Symbols.of(finnhub.symbols().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            problems.accept("finnhub.symbols: " + e.getMessage());
        }
        boolean delays = finnhub.invalidSymbolRetries().stream().allMatch(delay -> delay.toMillis() > 0);
        if (!delays || finnhub.invalidSymbolRetries().isEmpty()) {
            problems.accept("finnhub.invalid-symbol.retries: expected delays above zero");
        }
    }

    private static void checkPositive(String name, long value, Consumer<String> problems) {
        if (value <= 0) {
            problems.accept(name + ": must be above zero");
        }
    }
}
