package io.tidemark.dashboard.login;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords as they are kept: bcrypt alone, cost 12, in Spring Security's notation {@code {bcrypt}$2a$12$...}. */
public final class PasswordHash {
    private static final int COST = 12;

    /** What bcrypt looks at; it would ignore the rest without a word. */
    private static final int MOST_BYTES = 72;

    private PasswordHash() {}

    /**
     * Makes the hash of a password, another one each time.
     *
     * @throws IllegalArgumentException when the password is empty or longer than 72 bytes in UTF-8
     */
    public static String of(String password) {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "expected a password of 1 to " + MOST_BYTES + " bytes on standard input, got " + length);
        }
        return encoder().encode(password);
    }

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    }
}
