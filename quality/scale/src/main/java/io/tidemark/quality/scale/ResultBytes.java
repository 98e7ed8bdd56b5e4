package io.tidemark.quality.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The published result files of a date, as one fingerprint of all bytes of its CSV. */
final class ResultBytes {
    private ResultBytes() {}

    static String fingerprint(Path results, String dateDirectory) throws IOException {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        try (Stream<Path> walked = Files.walk(results)) {
            List<Path> files = walked.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> path.toString().contains("/" + dateDirectory + "/"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                sha.update(results.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(file));
            }
            return files.size() + " files, SHA-256 " + HexFormat.of().formatHex(sha.digest());
        }
    }
}
