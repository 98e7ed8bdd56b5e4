package io.tidemark.batch;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 7d}. */
final class DurationText implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (lower.matches("\\d+ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            if (lower.matches("\\d+[smh]")) {
                return Duration.parse("PT" + lower);
            }
            if (lower.matches("\\d+d")) {
                return Duration.parse("P" + lower);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is too large");
        }
        throw new TypeConversionException("'" + text + "' is no duration such as 500ms, 10s, 2m, 1h or 7d");
    }
}
