package io.tidemark.testkit.landing;

import io.tidemark.contracts.landing.LandedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** The data file of one hour in a segment. */
final class LandedBucket {
    private static final int BUFFER = 64 << 10;

    private final String name;
    private final CRC32C crc = new CRC32C();
    private final OutputStream out;
    private long rows;
    private long bytes;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    LandedBucket(String name, Path file, String header) throws IOException {
        this.name = name;
        Files.createDirectories(file.resolveSibling(""));
        out = new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(file), crc), BUFFER);
        write(header);
    }

    /** Adds a record of one line. */
    void add(String line, long time) throws IOException {
        write(line);
        rows++;
        least = Math.min(least, time);
        greatest = Math.max(greatest, time);
    }

    /** Ends the file; returns what the manifest says of it. */
    LandedFile finish() throws IOException {
        out.close();
        String temporary = name.replace("trades-", ".part-") + ".tmp";
        return new LandedFile(temporary, name, rows, bytes, crc.getValue(), least, greatest);
    }

    private void write(String line) throws IOException {
        byte[] encoded = (line + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }
}
