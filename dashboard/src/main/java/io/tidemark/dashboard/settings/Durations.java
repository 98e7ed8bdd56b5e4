package io.tidemark.dashboard.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them in settings: {@code 250ms}, {@code 1s}, {@code 15m}, {@code 2h}. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    private Durations() {}

    /**
     * Reads such a text.
     *
     * @throws IllegalArgumentException for any other, a number without a unit among them
     */
    static Duration parse(String text) {
        var match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "expected a duration such as 250ms, 1s, 15m or 2h, got \"" + text + "\"");
        }
        long amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
