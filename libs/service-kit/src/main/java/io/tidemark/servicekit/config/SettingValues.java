package io.tidemark.servicekit.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The text of each setting that has one, and where it came from. */
final class SettingValues {

    /** What a setting was set to. */
    private record Value(String text, String origin) {}

    private final Map<String, Value> byName = new TreeMap<>();

    private SettingValues() {}

    /** Looks into every source; what cannot be read or is not known goes to {@code problems}. */
    static SettingValues gather(
            SettingCatalog catalog, CommandLine command, Map<String, String> environment, List<String> problems) {
        var values = new SettingValues();
        for (Setting setting : catalog.settings()) {
            String text = setting.defaultValue();
            if (text != null) {
                values.put(setting.name(), text, "default");
            }
        }
        values.layer(catalog, fileValues(command, catalog, problems), "file " + command.configFile(), problems);
        values.layer(catalog, environmentValues(catalog, environment), "environment", problems);
        rejectUnknown(command.values(), catalog, "argument --", problems);
        values.layer(catalog, command.values(), "argument", problems);
        return values;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        byName.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** One line per setting, in the order of their names, secrets masked. */
    List<String> effective(SettingCatalog catalog) {
        return catalog.settings().stream()
                .map(setting -> {
                    Value value = byName.get(setting.name());
                    if (value == null) {
                        return setting.name() + " is unset";
                    }
                    String text = setting.secret() ? SecretValue.MASK : value.text();
                    return setting.name() + " = " + text + " (" + value.origin() + ")";
                })
                .toList();
    }

    /** Puts one source above those before it; within a source a secret is given once, as text or as file. */
    private void layer(SettingCatalog catalog, Map<String, String> source, String origin, List<String> problems) {
        for (Setting setting : catalog.settings()) {
            String text = source.getOrDefault(setting.name(), "");
            String file = setting.secret() ? source.getOrDefault(setting.fileName(), "") : "";
            if (!text.isBlank() && !file.isBlank()) {
                problems.add(
                        setting.name() + " and " + setting.fileName() + " are both set (" + origin + "): choose one");
                put(setting.name(), SecretValue.MASK, origin);
            } else if (!file.isBlank()) {
                putFromFile(setting, file, origin, problems);
            } else if (!text.isBlank()) {
                put(setting.name(), text, origin);
            }
        }
    }

    private void put(String name, String text, String origin) {
        byName.put(name, new Value(text, origin));
    }

    private void putFromFile(Setting setting, String file, String origin, List<String> problems) {
        try {
            String text = Files.readString(Path.of(file.strip())).strip();
            if (text.isEmpty()) {
                problems.add(setting.fileName() + ": " + file + " is empty");
            }
            // Put even when empty: the fault is reported once, not again as a missing setting.
            put(setting.name(), text, origin + ", from " + file);
        } catch (IOException | RuntimeException e) {
            problems.add(setting.fileName() + ": cannot read " + file + " ("
                    + e.getClass().getSimpleName() + ")");
            put(setting.name(), SecretValue.MASK, origin);
        }
    }

    private static Map<String, String> environmentValues(SettingCatalog catalog, Map<String, String> environment) {
        var found = new HashMap<String, String>();
        for (String name : catalog.names()) {
            String text = environment.get(Setting.environmentName(name));
            if (text != null) {
                found.put(name, text);
            }
        }
        return found;
    }

    private static Map<String, String> fileValues(CommandLine command, SettingCatalog catalog, List<String> problems) {
        String file = command.configFile();
        if (file == null) {
            return Map.of();
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | RuntimeException e) {
            problems.add("--config: cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
        var found = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> found.put(name, properties.getProperty(name, "")));
        rejectUnknown(found, catalog, file + ": ", problems);
        return found;
    }

    private static void rejectUnknown(
            Map<String, String> given, SettingCatalog catalog, String where, List<String> problems) {
        var known = catalog.names();
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                problems.add(where + name + " is no setting"
                        + NearestName.to(name, known)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""));
            }
        }
    }
}
