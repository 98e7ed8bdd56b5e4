package io.tidemark.dashboard.shell;

import io.tidemark.dashboard.widget.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The views there are, in the order of the navigation. */
public enum View {
    MARKET("", "m"),
    NEWS("news", "n"),
    INSIGHTS("insights", "i"),
    PIPELINE("pipeline", "p");

    private final String path;
    private final String key;

    View(String path, String key) {
        this.path = path;
        this.key = key;
    }

    static Optional<View> at(String path) {
        return Arrays.stream(values()).filter(view -> view.path.equals(path)).findFirst();
    }

    /** Without a slash in front. */
    public String path() {
        return path;
    }

    /** The key that leads there after {@code g}. */
    String key() {
        return key;
    }

    public String label() {
        return Texts.of("view." + name().toLowerCase(Locale.ROOT));
    }
}
