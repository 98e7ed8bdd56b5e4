package io.tidemark.servicekit.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting as its interface declares it.
 *
 * @param name for example {@code kafka.bootstrap-servers}
 * @param doc what it means, from {@link Doc}
 * @param defaultValue as written in the declaration, null when there is none
 * @param optional whether it may be left unset though it has no default
 * @param kind what its value looks like
 * @param alternative name of the setting that may be set instead of this one, null when there is none
 */
public record Setting(
        String name,
        String doc,
        @Nullable String defaultValue,
        boolean optional,
        Kind kind,
        @Nullable String alternative) {

    /** What a value looks like, as far as sources and help must know. */
    public enum Kind {
        PLAIN,
        /** Masked, and readable from a file. */
        SECRET,
        /** May stand on the command line without a value, which means true. */
        FLAG
    }

    private static final String FILE_SUFFIX = ".file";

    /** Whether a service cannot run without somebody setting it. */
    public boolean required() {
        return defaultValue == null && !optional;
    }

    public boolean secret() {
        return kind == Kind.SECRET;
    }

    /** Name of the setting that holds the path of a file with this secret. */
    public String fileName() {
        return name + FILE_SUFFIX;
    }

    /** {@code KAFKA_BOOTSTRAP_SERVERS} for {@code kafka.bootstrap-servers}. */
    public String environmentName() {
        return environmentName(name);
    }

    static String environmentName(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
