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
    DATABASE_USER(
            "database.user",
            "dashboard_reader",
            "Role that reads it: SELECT on schema serving, and SELECT, INSERT, UPDATE on dashboard.reader_settings, where"
                    + " readers' settings are kept"),
    DATABASE_PASSWORD("database.password", null, "Password of that role"),
    DATABASE_PASSWORD_FILE(
            "database.password-file", null, "File that holds the password, instead of the setting above"),
    SERVER_PORT("server.port", "8080", "Port of the page; 0 takes any free one"),
    SERVER_ADDRESS("server.address", "127.0.0.1", "Address that the page listens on; 0.0.0.0 is all of them"),
    LOGIN_MODE(
            "login.mode",
            "users",
            "Who may see the page: users (with passwords), oidc (whom a provider lets in), open (everybody; only while"
                    + " server.address is loopback), open-behind-loopback (everybody, at any address: for a container"
                    + " whose port is published on 127.0.0.1 alone)"),
    LOGIN_USERS(
            "login.users",
            null,
            "Users and hashes of their passwords: NAME={bcrypt}HASH, several separated by commas. `java -jar"
                    + " dashboard.jar --hash-password` makes a hash of the password on standard input"),
    LOGIN_USERS_FILE("login.users-file", null, "File of such users, one a line, besides those of the setting above"),
    OIDC_ISSUER("oidc.issuer", null, "Issuer of the OpenID Connect provider, for login.mode=oidc"),
    OIDC_CLIENT_ID("oidc.client-id", null, "The dashboard's name there; it is sent back to /login/oauth2/code/oidc"),
    OIDC_CLIENT_SECRET("oidc.client-secret", null, "The dashboard's secret there"),
    OIDC_CLIENT_SECRET_FILE("oidc.client-secret-file", null, "File that holds it, instead of the setting above"),
    SESSION_IDLE("session.idle", "30m", "Time after which a session without an open page is over; 1m or more"),
    SESSION_PER_USER("session.per-user", "10", "Sessions of one user; one more ends the one unused for longest"),
    SESSION_TOTAL("session.total", "500", "Sessions of all; more browsers are turned away"),
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
    LINK_SPARK("link.spark", null, "Address of Spark's page, likewise"),
    LANDING_METRICS(
            "landing.metrics",
            null,
            "Address of the metrics of finnhub-consumer, for the progress of landing in the view of the pipeline:"
                    + " http://HOST:PORT/metrics");

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
