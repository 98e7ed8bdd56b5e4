package io.tidemark.speed;

import java.util.List;

/** Settings that are missing or wrong: all of them, in one message. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super("The settings are not complete:\n  " + String.join("\n  ", problems));
    }
}
