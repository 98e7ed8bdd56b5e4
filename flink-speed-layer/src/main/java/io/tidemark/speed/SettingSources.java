package io.tidemark.speed;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where a setting comes from when it is no argument: the environment, then the file named by {@code --config}. */
final class SettingSources implements IDefaultValueProvider {
    private static final String CONFIG = "--config";

    private final Map<String, String> environment;
    private final Properties file;

    private SettingSources(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the file, if any is named.
     *
     * @throws SettingsException when it cannot be read
     */
    static SettingSources of(String[] args, Map<String, String> environment) {
        var properties = new Properties();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(CONFIG + "=")) {
                load(Path.of(args[i].substring(CONFIG.length() + 1)), properties);
            } else if (args[i].equals(CONFIG) && i + 1 < args.length) {
                load(Path.of(args[i + 1]), properties);
            }
        }
        return new SettingSources(environment, properties);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().substring(2);
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        String value = environment.get(variable);
        return value != null ? value : file.getProperty(name);
    }

    private static void load(Path path, Properties into) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException e) {
            throw new SettingsException(List.of(CONFIG + ": the file " + path + " cannot be read"));
        }
    }
}
