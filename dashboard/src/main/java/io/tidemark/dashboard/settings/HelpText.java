package io.tidemark.dashboard.settings;

/** What {@code --help} prints. */
final class HelpText {
    private static final String HEAD = """
            dashboard: the market page of Tidemark, over what the serving layer holds.

            Usage: java -jar dashboard.jar [--config=FILE] [--name=value ...]        (JDK 21 or newer)
                   java -jar dashboard.jar --hash-password < FILE-WITH-A-PASSWORD

            A setting's value is taken from the first that has it: the argument --name=value, the
            environment variable, the properties file named by --config, the default. An empty value
            counts as unset.

            Settings:
            """;
    private static final String TAIL = """

            The page is at /, its health at /health (/health/liveness without the database), its
            metrics at /metrics.

            Exit codes: 0 help, 1 failed, 2 wrong settings, 143 stopped by a signal.
            """;

    private HelpText() {}

    static String text() {
        StringBuilder text = new StringBuilder(4096).append(HEAD);
        for (Setting setting : Setting.values()) {
            text.append("\n  --").append(setting.key()).append("=VALUE\n      ").append(setting.meaning());
            text.append("\n      Environment: ").append(setting.environmentName());
            text.append(". ").append(defaultOf(setting)).append('\n');
        }
        return text.append(TAIL).toString();
    }

    private static String defaultOf(Setting setting) {
        return switch (setting) {
            case DATABASE_URL -> "Required.";
            case DATABASE_PASSWORD, DATABASE_PASSWORD_FILE -> "One of the two passwords is required.";
            case LOGIN_USERS, LOGIN_USERS_FILE -> "One of the two is required by login.mode=users.";
            case OIDC_ISSUER, OIDC_CLIENT_ID -> "Required by login.mode=oidc.";
            case OIDC_CLIENT_SECRET, OIDC_CLIENT_SECRET_FILE -> "One of the two is required by login.mode=oidc.";
            default -> "Default: " + setting.defaultValue().orElse("unset") + ".";
        };
    }
}
