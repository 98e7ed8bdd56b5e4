package io.tidemark.servicekit.config;

import java.util.List;

/**
 * What came of reading the settings.
 *
 * @param <S> the interface that declares them
 */
public sealed interface ConfigOutcome<S> {

    /**
     * All settings are present and right.
     *
     * @param effective one line per setting, secrets masked, for the log
     */
    record Loaded<S>(S settings, List<String> effective) implements ConfigOutcome<S> {
        public Loaded {
            effective = List.copyOf(effective);
        }
    }

    /** The user asked for help and nothing else was looked at. */
    record HelpWanted<S>(String text) implements ConfigOutcome<S> {}

    /**
     * The service cannot run with these settings.
     *
     * @param problems all of them, each in one line
     */
    record Invalid<S>(List<String> problems) implements ConfigOutcome<S> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
