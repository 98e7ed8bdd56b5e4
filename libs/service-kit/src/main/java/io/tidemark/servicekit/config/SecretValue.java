package io.tidemark.servicekit.config;

import org.jspecify.annotations.Nullable;

/**
 * A setting that must never be seen: a token or a password.
 *
 * <p>Only {@link #reveal()} gives the text, so each use can be found; {@link #toString()} masks it. A setting of this
 * type named {@code x} may also be given as {@code x.file}, the path of a file that holds it.
 */
public final class SecretValue {
    /** What stands in logs and help in place of a secret. */
    public static final String MASK = "********";

    private final String text;

    private SecretValue(String text) {
        this.text = text;
    }

    /** White space around the text is dropped: files end in a line break. */
    public static SecretValue of(String text) {
        return new SecretValue(text.strip());
    }

    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValue that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
