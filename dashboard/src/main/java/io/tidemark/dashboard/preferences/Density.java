package io.tidemark.dashboard.preferences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How close together things stand. */
public enum Density {
    COMFORTABLE,
    COMPACT;

    /** The density of this code; none for any other text. */
    public static Optional<Density> of(String code) {
        return Arrays.stream(values())
                .filter(density -> density.code().equals(code))
                .findFirst();
    }

    /** As it stands where it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
