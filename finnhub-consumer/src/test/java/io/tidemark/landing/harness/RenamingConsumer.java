package io.tidemark.landing.harness;

import io.tidemark.landing.FinnhubConsumer;
import io.tidemark.landing.disk.DiskFiles;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The service with its protection taken out: segments are committed by an atomic rename, which replaces, where the
 * protocol demands a link, which does not. Exists to prove that the tests would notice.
 */
public final class RenamingConsumer {
    private RenamingConsumer() {}

    public static void main(String[] arguments) {
        System.exit(FinnhubConsumer.serve(arguments, directory -> new RenamingFiles(new DiskFiles(directory))));
    }

    private record RenamingFiles(LandingFiles files) implements LandingFiles {
        @Override
        public void link(Path newName, Path existing) throws IOException {
            files.rename(existing, newName);
        }

        @Override
        public OutputFile create(Path file) throws IOException {
            return files.create(file);
        }

        @Override
        public void ensureDirectory(Path directory) throws IOException {
            files.ensureDirectory(directory);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            files.rename(from, to);
        }

        @Override
        public void syncDirectory(Path directory) throws IOException {
            files.syncDirectory(directory);
        }

        @Override
        public void delete(Path file) throws IOException {
            files.delete(file);
        }
    }
}
