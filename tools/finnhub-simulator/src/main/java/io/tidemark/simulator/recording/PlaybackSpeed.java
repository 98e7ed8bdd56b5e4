package io.tidemark.simulator.recording;

import java.util.Locale;

/** How fast a recording is played. */
public sealed interface PlaybackSpeed {

    /** A multiple of the recording's own pace. */
    record Times(double factor) implements PlaybackSpeed {}

    /** As fast as the clients take it. */
    record Max() implements PlaybackSpeed {}

    /**
     * Reads {@code max} or a number above zero, which may end in {@code x}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static PlaybackSpeed parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        if (trimmed.equals("max")) {
            return new Max();
        }
        String number = trimmed.endsWith("x") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        double factor = Double.parseDouble(number);
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a speed is 'max' or a number above 0");
        }
        return new Times(factor);
    }
}
