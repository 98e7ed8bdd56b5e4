package io.tidemark.servicekit.config;

/** What {@code --help} prints. */
final class HelpText {
    private HelpText() {}

    static String of(String service, String purpose, SettingCatalog catalog) {
        var text = new StringBuilder(4096)
                .append(service)
                .append(": ")
                .append(purpose)
                .append("\n\nUsage: java -jar ")
                .append(service)
                .append(".jar [--config=FILE] [--name=value ...]\n\n")
                .append("A setting's value is taken from the first that has it: the argument --name=value, the\n")
                .append("environment variable, the properties file named by --config, the default. An empty value\n")
                .append("counts as unset.\n\nSettings:\n");
        for (Setting setting : catalog.settings()) {
            append(text, setting);
        }
        return text.append("\nExit codes: 0 help, 1 failed, 2 wrong settings, 143 stopped by a signal.\n")
                .toString();
    }

    private static void append(StringBuilder text, Setting setting) {
        text.append("\n  --").append(setting.name()).append("=VALUE");
        if (setting.secret()) {
            text.append("  or --").append(setting.fileName()).append("=FILE");
        }
        text.append("\n      ").append(setting.doc());
        text.append("\n      Environment: ").append(setting.environmentName());
        if (setting.secret()) {
            text.append(" or ").append(Setting.environmentName(setting.fileName()));
        }
        text.append(". ").append(defaultOf(setting)).append('\n');
    }

    private static String defaultOf(Setting setting) {
        if (setting.required()) {
            return "Required.";
        }
        return setting.defaultValue() == null ? "Default: unset." : "Default: " + setting.defaultValue() + ".";
    }
}
