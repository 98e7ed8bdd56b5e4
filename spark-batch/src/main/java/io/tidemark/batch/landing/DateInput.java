package io.tidemark.batch.landing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything of one dataset that landed of one UTC date.
 *
 * @param date the date
 * @param files in the order of their names
 */
public record DateInput(LocalDate date, List<InputFile> files) {

    public DateInput {
        files = List.copyOf(files);
    }

    /** Records in the files. */
    public long rows() {
        return files.stream().mapToLong(InputFile::rows).sum();
    }

    /** Length of the files. */
    public long bytes() {
        return files.stream().mapToLong(InputFile::bytes).sum();
    }

    /**
     * What the date's results are a function of, as one short text.
     *
     * @param method how they are computed: equal methods and equal files give equal results
     */
    public String digest(String method) {
        MessageDigest sha = sha256();
        sha.update(method.getBytes(StandardCharsets.UTF_8));
        for (InputFile file : files) {
            String line = "\n" + file.name() + " " + file.rows() + " " + file.bytes() + " " + file.crc32c();
            sha.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
