package io.tidemark.contracts.codec;

import org.jspecify.annotations.Nullable;

/** Checks for fields that every version of an event has had. */
final class Required {
    private Required() {}

    static <T> T field(String name, @Nullable T value) throws DecodeException {
        if (value == null) {
            throw new DecodeException("field " + name + " is missing");
        }
        return value;
    }

    static String text(String name, @Nullable String value) throws DecodeException {
        String text = field(name, value);
        if (text.isBlank()) {
            throw new DecodeException("field " + name + " is empty");
        }
        return text;
    }
}
