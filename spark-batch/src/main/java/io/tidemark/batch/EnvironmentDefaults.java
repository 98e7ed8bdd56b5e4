package io.tidemark.batch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that may come from the environment instead. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final Map<String, String> VARIABLES = Map.of(
            "--landing", "LANDING_DIRECTORY",
            "--compacted", "COMPACTED_DIRECTORY",
            "--results", "RESULTS_DIRECTORY",
            "--database-url", "DATABASE_URL",
            "--database-user", "DATABASE_USER",
            "--database-password", "DATABASE_PASSWORD",
            "--database-password-file", "DATABASE_PASSWORD_FILE");

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String variable = VARIABLES.get(option.longestName());
        return variable == null ? null : environment.get(variable);
    }
}
