package io.tidemark.dashboard.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting there is: its name, what it means, and its default. */
enum Setting {
    DATABASE_URL(
            "database.url",
            null,
            "JDBC address of the database that holds schema serving: jdbc:postgresql://HOST:PORT/DB"),
    DATABASE_USER("database.user", "dashboard_reader", "Role that reads it; SELECT on schema serving is enough"),
    DATABASE_PASSWORD("database.password", null, "Password of that role"),
    DATABASE_PASSWORD_FILE(
            "database.password-file", null, "File that holds the password, instead of the setting above"),
    SERVER_PORT("server.port", "8080", "Port of the page; 0 takes any free one"),
    SERVER_ADDRESS("server.address", "127.0.0.1", "Address that the page listens on; 0.0.0.0 is all of them"),
    LIVE_INTERVAL(
            "live.interval",
            "250ms",
            "Pause between two looks for live prices and bars, for all browsers together; what changes is on every"
                    + " screen after it"),
    POLL_INTERVAL(
            "poll.interval", "1s", "Pause between two looks for everything else: watchlist, gaps, late trades, runs"),
    FRESHNESS_LIVE("freshness.live", "10s", "Age of the newest trade up to which data is called LIVE"),
    FRESHNESS_DELAYED("freshness.delayed", "15m", "Age up to which it is called DELAYED; older is STALE"),
    LINK_AIRFLOW("link.airflow", null, "Address of Airflow's page, for a link in the view of the pipeline"),
    LINK_FLINK("link.flink", null, "Address of Flink's page, likewise"),
    LINK_SPARK("link.spark", null, "Address of Spark's page, likewise");

    private final String key;
    private final @Nullable String defaultValue;
    private final String meaning;

    Setting(String key, @Nullable String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    String key() {
        return key;
    }

    /** The name in the environment: {@code poll.interval} is {@code POLL_INTERVAL}. */
    String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    String meaning() {
        return meaning;
    }
}
