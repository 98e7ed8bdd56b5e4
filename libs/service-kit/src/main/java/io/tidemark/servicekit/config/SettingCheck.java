package io.tidemark.servicekit.config;

import java.util.function.Consumer;

/**
 * Rules that a single setting's type cannot express: ranges, and settings that need or exclude each other.
 *
 * @param <S> the interface that declares the settings
 */
@FunctionalInterface
public interface SettingCheck<S> {

    /** Hands each broken rule to {@code problems} as a line that names the setting and says what would be right. */
    void check(S settings, Consumer<String> problems);
}
