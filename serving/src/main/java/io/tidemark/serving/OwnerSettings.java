package io.tidemark.serving;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach the database as its owner: the settings that every subcommand has. */
final class OwnerSettings {
    private static final String PROTOCOL = "jdbc:postgresql:";

    @Option(
            names = "--database.url",
            paramLabel = "URL",
            description = "The database, jdbc:postgresql://HOST:PORT/NAME. Required. [DATABASE_URL]")
    @Nullable String url;

    @Option(
            names = "--database.user",
            paramLabel = "NAME",
            description = "The owner, who may make schemas and roles. Required. [DATABASE_USER]")
    @Nullable String user;

    @Option(
            names = "--database.password",
            paramLabel = "TEXT",
            description = "The owner's password; default: none. [DATABASE_PASSWORD]")
    @Nullable String password;

    @Option(
            names = "--database.password.file",
            paramLabel = "FILE",
            description = "File that holds it instead. [DATABASE_PASSWORD_FILE]")
    @Nullable Path passwordFile;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with settings.")
    @Nullable Path config;

    /**
     * The database that the settings name.
     *
     * @param problems what else the caller found wrong, reported together
     * @throws SettingsException when anything is missing or wrong
     */
    ServingDatabase database(List<String> problems) {
        List<String> all = new ArrayList<>();
        String chosenUrl = required("database.url", url, all);
        if (!chosenUrl.isEmpty() && !chosenUrl.startsWith(PROTOCOL)) {
            all.add("database.url must begin with " + PROTOCOL);
        }
        String chosenUser = required("database.user", user, all);
        String chosenPassword = Secret.read("database.password", password, passwordFile, all);
        all.addAll(problems);
        if (!all.isEmpty()) {
            throw new SettingsException(all);
        }
        return ServingDatabase.at(chosenUrl, chosenUser, chosenPassword);
    }

    private static String required(String name, @Nullable String value, List<String> problems) {
        if (value == null || value.isBlank()) {
            problems.add(name + " is missing");
            return "";
        }
        return value;
    }
}
