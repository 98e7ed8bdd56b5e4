package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * What a person with an editor needs to know of a wrong row: file and line, and whether the file is still as it landed.
 * Reads the whole file, because something is wrong with it.
 */
final class RowLocation {
    private RowLocation() {}

    /** The fault with its place in the message. */
    static MalformedRowException named(InputFile file, long position, RuntimeException fault) {
        var crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
        long line = 1;
        long at = 0;
        try (SeekableByteChannel channel = file.open()) {
            while (channel.read(buffer.clear()) > 0) {
                crc.update(buffer.flip().duplicate());
                for (; buffer.hasRemaining() && at < position; at++) {
                    if (buffer.get() == '\n') {
                        line++;
                    }
                }
            }
        } catch (IOException e) {
            return new MalformedRowException(
                    file.path() + ", byte " + position + ": " + fault.getMessage() + " (and then: " + e.getMessage()
                            + ")",
                    fault);
        }
        return new MalformedRowException(
                String.format(
                        Locale.ROOT,
                        "%s, line %d (byte %d): %s; %s",
                        file.path(),
                        line,
                        position,
                        fault.getMessage(),
                        verdict(file, crc.getValue())),
                fault);
    }

    private static String verdict(InputFile file, long crc32c) {
        return crc32c == file.crc32c()
                ? "the file is as it landed"
                : String.format(
                        Locale.ROOT,
                        "the file was changed after it landed: CRC-32C %08x, manifest %08x",
                        crc32c,
                        file.crc32c());
    }
}
