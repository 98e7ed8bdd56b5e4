package io.tidemark.landing.harness;

import io.tidemark.landing.disk.DiskFiles;
import io.tidemark.landing.disk.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that nobody waits for: a test that pulls no plug sees no difference, and is ten times as fast. */
public final class UnsyncedFiles extends ForwardingFiles {

    public UnsyncedFiles(Path root) {
        super(new DiskFiles(root));
    }

    @Override
    public OutputFile create(Path file) throws IOException {
        OutputFile output = super.create(file);
        return new OutputFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                output.write(bytes, offset, length);
            }

            @Override
            public void sync() {
                // The point of this class.
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    @Override
    public void ensureDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public void syncDirectory(Path directory) {
        // The point of this class.
    }
}
