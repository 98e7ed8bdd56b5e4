package io.tidemark.dashboard.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Reads settings from arguments, environment, file and defaults, the first that has one, and finds all problems at once. */
public final class SettingsReader {
    private static final int HIGHEST_PORT = 65_535;

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private SettingsReader() {}

    /** Never throws for anything a user can get wrong. */
    public static SettingsOutcome read(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new SettingsOutcome.HelpWanted(HelpText.text());
        }
        return new SettingsReader().gather(arguments, environment);
    }

    private SettingsOutcome gather(List<String> arguments, Map<String, String> environment) {
        Optional<String> file = takeArguments(arguments);
        for (Setting setting : Setting.values()) {
            putIfAbsent(setting, environment.getOrDefault(setting.environmentName(), ""));
        }
        file.ifPresent(this::takeFile);
        // A password of its own wins over a file of a weaker source; two of the same strength are told apart by
        // nothing.
        for (Setting setting : Setting.values()) {
            setting.defaultValue().ifPresent(value -> putIfAbsent(setting, value));
        }
        DashboardSettings settings = new DashboardSettings(
                database(),
                web(),
                pace(),
                freshness(),
                links(),
                link(Setting.LANDING_METRICS),
                new LoginReader(this::value, problems).read(),
                sessions());
        return problems.isEmpty()
                ? new SettingsOutcome.Complete(settings)
                : new SettingsOutcome.Faulty(List.copyOf(problems));
    }

    /** Returns the file named by {@code --config}, if any. */
    private Optional<String> takeArguments(List<String> arguments) {
        Optional<String> file = Optional.empty();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                problems.add("unexpected argument \"" + argument + "\": settings are given as --name=value");
                continue;
            }
            String key = argument.substring(2, equals);
            String value = argument.substring(equals + 1);
            if (key.equals("config")) {
                file = Optional.of(value);
            } else {
                takeKnown(key, value, "--" + key);
            }
        }
        return file;
    }

    private void takeFile(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("config: " + name + " cannot be read: " + e.getMessage());
            return;
        }
        for (String key : properties.stringPropertyNames()) {
            takeKnown(key, properties.getProperty(key, ""), key + " in " + name);
        }
    }

    private void takeKnown(String key, String value, String shownAs) {
        Setting.named(key)
                .ifPresentOrElse(
                        setting -> putIfAbsent(setting, value),
                        () -> problems.add(shownAs + " is no setting: see --help"));
    }

    private void putIfAbsent(Setting setting, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(setting, value.strip());
        }
    }

    private DashboardSettings.Database database() {
        String url = required(Setting.DATABASE_URL, "");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            problems.add("database.url: expected jdbc:postgresql://HOST:PORT/DB, got \"" + url + "\"");
        }
        return new DashboardSettings.Database(url, value(Setting.DATABASE_USER), password());
    }

    private String password() {
        Optional<String> file = Optional.ofNullable(values.get(Setting.DATABASE_PASSWORD_FILE));
        if (values.containsKey(Setting.DATABASE_PASSWORD) || file.isEmpty()) {
            return required(
                    Setting.DATABASE_PASSWORD,
                    ", or a file by --" + Setting.DATABASE_PASSWORD_FILE.key() + "=FILE or "
                            + Setting.DATABASE_PASSWORD_FILE.environmentName());
        }
        try {
            return Files.readString(Path.of(file.get())).strip();
        } catch (IOException | IllegalArgumentException e) {
            problems.add("database.password-file: " + file.get() + " cannot be read: " + e.getMessage());
            return "";
        }
    }

    private DashboardSettings.Web web() {
        int port = parsed(Setting.SERVER_PORT, SettingsReader::port, 0);
        return new DashboardSettings.Web(value(Setting.SERVER_ADDRESS), port);
    }

    private DashboardSettings.Pace pace() {
        Duration live = parsed(Setting.LIVE_INTERVAL, SettingsReader::positiveDuration, Duration.ofMillis(250));
        return new DashboardSettings.Pace(
                live, parsed(Setting.POLL_INTERVAL, SettingsReader::positiveDuration, Duration.ofSeconds(1)));
    }

    private DashboardSettings.Freshness freshness() {
        Duration live = parsed(Setting.FRESHNESS_LIVE, SettingsReader::positiveDuration, Duration.ZERO);
        Duration delayed = parsed(Setting.FRESHNESS_DELAYED, SettingsReader::positiveDuration, live);
        if (delayed.compareTo(live) < 0) {
            problems.add("freshness.delayed: is not shorter than freshness.live");
        }
        return new DashboardSettings.Freshness(live, delayed);
    }

    private DashboardSettings.Links links() {
        Map<String, URI> pages = new LinkedHashMap<>();
        link(Setting.LINK_AIRFLOW).ifPresent(page -> pages.put("Airflow", page));
        link(Setting.LINK_FLINK).ifPresent(page -> pages.put("Flink", page));
        link(Setting.LINK_SPARK).ifPresent(page -> pages.put("Spark", page));
        return new DashboardSettings.Links(pages);
    }

    private DashboardSettings.Sessions sessions() {
        Duration idle = parsed(Setting.SESSION_IDLE, SettingsReader::positiveDuration, Duration.ofMinutes(30));
        // A page that is open is heard of once a minute.
        if (idle.compareTo(Duration.ofMinutes(1)) < 0) {
            problems.add("session.idle: is not shorter than 1m");
        }
        return new DashboardSettings.Sessions(
                idle,
                parsed(Setting.SESSION_PER_USER, SettingsReader::count, 1),
                parsed(Setting.SESSION_TOTAL, SettingsReader::count, 1));
    }

    private static int count(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("expected a number from 1 on, got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private Optional<URI> link(Setting setting) {
        return value(setting).isEmpty()
                ? Optional.empty()
                : parsed(setting, text -> Optional.of(webPage(text)), Optional.empty());
    }

    private String required(Setting setting, String alternatives) {
        String value = value(setting);
        if (value.isEmpty()) {
            problems.add(setting.key() + " is required: --" + setting.key() + "=VALUE or " + setting.environmentName()
                    + alternatives);
        }
        return value;
    }

    private String value(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    private <T> T parsed(Setting setting, Function<String, T> parser, T whenWrong) {
        try {
            return parser.apply(value(setting));
        } catch (IllegalArgumentException e) {
            problems.add(setting.key() + ": " + e.getMessage());
            return whenWrong;
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a port number, got \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("expected a port from 0 to " + HIGHEST_PORT + ", got " + text);
    }

    static URI webPage(String text) {
        URI page = URI.create(text);
        boolean web = "http".equals(page.getScheme()) || "https".equals(page.getScheme());
        if (!web || page.getHost() == null) {
            throw new IllegalArgumentException("expected http://HOST or https://HOST, got \"" + text + "\"");
        }
        return page;
    }

    private static Duration positiveDuration(String text) {
        Duration duration = Durations.parse(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("is longer than nothing");
        }
        return duration;
    }
}
