package io.tidemark.servicekit.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from arguments, environment, file and defaults into the interface that declares them, and reports every
 * problem at once. Holds no state of a run; the environment is handed in.
 *
 * @param <S> the interface that declares the settings
 */
public final class ConfigLoader<S> {
    /** Converters win over the built-in ones, which read durations in ISO 8601 only. */
    private static final int CONVERTER_PRIORITY = 1000;

    private static final Pattern MESSAGE_CODE = Pattern.compile("^(?:[\\w.]+(?:Exception|Error): )?(?:SRCFG\\d+: )?");
    private static final Pattern NOT_CONVERTED = Pattern.compile(
            "The config property (\\S+) with the config value \".*\" threw an Exception whilst being"
                    + " converted (.*)",
            Pattern.DOTALL);
    private static final Pattern NOT_FOUND = Pattern.compile("The config property (\\S+) is required but .*");

    private final String service;
    private final String purpose;
    private final Class<S> type;
    private final SettingCatalog catalog;
    private final List<SettingCheck<? super S>> checks;

    /**
     * Makes a loader for one service.
     *
     * @param service name of the jar, as in the usage line
     * @param purpose what the service does, in a sentence
     * @param defaults defaults that go above the declared ones, by name
     * @param checks rules across settings, applied once every single setting is right
     */
    public ConfigLoader(
            String service,
            String purpose,
            Class<S> type,
            Map<String, String> defaults,
            List<SettingCheck<? super S>> checks) {
        this.service = service;
        this.purpose = purpose;
        this.type = type;
        this.catalog = SettingCatalog.of(type, defaults);
        this.checks = List.copyOf(checks);
    }

    /** Reads the settings; never throws for anything a user can get wrong. */
    public ConfigOutcome<S> load(List<String> arguments, Map<String, String> environment) {
        var command = CommandLine.parse(arguments, catalog);
        if (command.help()) {
            return new ConfigOutcome.HelpWanted<>(HelpText.of(service, purpose, catalog));
        }
        var problems = new ArrayList<>(command.problems());
        var values = SettingValues.gather(catalog, command, environment, problems);
        problems.addAll(missing(values));
        try {
            S settings = map(values).getConfigMapping(type, "");
            if (problems.isEmpty()) {
                checks.forEach(check -> check.check(settings, problems::add));
            }
            return problems.isEmpty()
                    ? new ConfigOutcome.Loaded<>(settings, values.effective(catalog))
                    : new ConfigOutcome.Invalid<>(problems);
        } catch (ConfigValidationException e) {
            problems.addAll(unconvertible(e));
            return new ConfigOutcome.Invalid<>(problems);
        }
    }

    private List<String> missing(SettingValues values) {
        return Stream.concat(missingOutright(values), missingChoices(values)).toList();
    }

    private Stream<String> missingChoices(SettingValues values) {
        return catalog.settings().stream().flatMap(setting -> {
            String other = setting.alternative();
            return other == null || values.has(setting.name()) || values.has(other)
                    ? Stream.empty()
                    : Stream.of("set one of " + setting.name() + " (" + setting.environmentName() + ") and " + other
                            + " (" + Setting.environmentName(other) + ")");
        });
    }

    private Stream<String> missingOutright(SettingValues values) {
        return catalog.settings().stream()
                .filter(setting -> setting.required() && !values.has(setting.name()))
                .map(setting -> setting.name() + " is required: --" + setting.name() + "=VALUE or "
                        + setting.environmentName()
                        + (setting.secret()
                                ? ", or a file by --" + setting.fileName() + "=FILE or "
                                        + Setting.environmentName(setting.fileName())
                                : ""));
    }

    /** Interceptors are left out on purpose: a password may hold <code>${</code>, so nothing is expanded. */
    private SmallRyeConfig map(SettingValues values) {
        return new SmallRyeConfigBuilder()
                .withMapping(type, "")
                .withValidateUnknown(false)
                .withConverter(Duration.class, CONVERTER_PRIORITY, Durations::parse)
                .withConverter(ByteSize.class, CONVERTER_PRIORITY, ByteSize::parse)
                .withConverter(String.class, CONVERTER_PRIORITY, ConfigLoader::stripped)
                .withConverter(SecretValue.class, CONVERTER_PRIORITY, SecretValue::of)
                .withSources(new PropertiesConfigSource(values.texts(), service, CONVERTER_PRIORITY))
                .build();
    }

    /** Spaces around a value or around the commas of a list are never meant. */
    private static @Nullable String stripped(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static List<String> unconvertible(ConfigValidationException e) {
        var problems = new ArrayList<String>();
        for (int i = 0; i < e.getProblemCount(); i++) {
            String raw = Objects.toString(e.getProblem(i).getMessage(), "");
            String message = MESSAGE_CODE.matcher(raw).replaceFirst("");
            var failed = NOT_CONVERTED.matcher(message);
            if (failed.matches()) {
                String reason = String.valueOf(failed.group(2));
                problems.add(
                        failed.group(1) + ": " + MESSAGE_CODE.matcher(reason).replaceFirst(""));
            } else if (!NOT_FOUND.matcher(message).matches()) {
                // Missing settings are already reported, with the names by which they can be set.
                problems.add(message);
            }
        }
        return problems;
    }
}
