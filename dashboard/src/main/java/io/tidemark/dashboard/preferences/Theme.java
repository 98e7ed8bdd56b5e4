package io.tidemark.dashboard.preferences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colours of the page. */
public enum Theme {
    /** As the reader's system prefers. */
    SYSTEM,
    DARK,
    LIGHT;

    /** The theme of this code; none for any other text. */
    public static Optional<Theme> of(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }

    /** As it stands in links and where it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
