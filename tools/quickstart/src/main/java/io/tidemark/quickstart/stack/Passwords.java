package io.tidemark.quickstart.stack;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Passwords of one run's database roles, made up at its start and told to the parts by their environment.
 *
 * @param batchWriter of role {@code batch_writer}
 * @param speedWriter of role {@code speed_writer}
 * @param dashboardReader of role {@code dashboard_reader}
 */
public record Passwords(String batchWriter, String speedWriter, String dashboardReader) {

    /** New random ones. */
    public static Passwords random() {
        var random = new SecureRandom();
        return new Passwords(next(random), next(random), next(random));
    }

    @Override
    public String toString() {
        return "Passwords[masked]";
    }

    private static String next(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
