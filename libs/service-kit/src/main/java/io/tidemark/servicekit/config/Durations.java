package io.tidemark.servicekit.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them in settings: {@code 250ms}, {@code 150 s}, {@code 5m}, {@code 24h}, {@code 7d}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads the short forms above or ISO 8601 ({@code PT150S}).
     *
     * @throws IllegalArgumentException for any other text, a number without a unit among it, and for negative durations
     */
    public static Duration parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        var match = FORM.matcher(trimmed);
        Duration duration =
                match.matches() ? ofUnits(Long.parseLong(match.group(1)), String.valueOf(match.group(2))) : iso(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration is not negative: \"" + text + "\"");
        }
        return duration;
    }

    private static Duration ofUnits(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected a duration such as 250ms, 150s, 5m, 24h or 7d, got \"" + text + "\"", e);
        }
    }
}
