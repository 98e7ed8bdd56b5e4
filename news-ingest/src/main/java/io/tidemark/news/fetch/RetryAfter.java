package io.tidemark.news.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or an HTTP date. */
final class RetryAfter {
    private RetryAfter() {}

    /** Empty when the text is neither; an instant in the past means now. */
    static Optional<Instant> parse(String text, Instant now) {
        String value = text.strip();
        try {
            Instant until = value.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(value))
                    : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            return Optional.of(until.isBefore(now) ? now : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
