package io.tidemark.landing.segment;

import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/** Small files that are there durably and whole, or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** What may fail between the write and its sync. */
    interface BeforeSync {
        /** Whoever throws has the file deleted. */
        void reach() throws IOException;
    }

    /**
     * Writes and syncs a new file; the caller makes its name durable.
     *
     * @throws IOException when that fails: then the file is deleted, since a full disk must not be filled further by what
     *     could not be written
     */
    static void write(LandingFiles files, Path file, byte[] bytes, BeforeSync beforeSync) throws IOException {
        try (OutputFile output = files.create(file)) {
            output.write(bytes, 0, bytes.length);
            beforeSync.reach();
            output.sync();
        } catch (IOException e) {
            deleteAfter(e, files, file);
            throw e;
        }
    }

    /** Deletes what a failure makes useless; if that fails too, the failure says so. */
    static void deleteAfter(IOException failure, LandingFiles files, Path file) {
        try {
            files.delete(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
