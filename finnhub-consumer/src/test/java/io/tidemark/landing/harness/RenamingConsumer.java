package io.tidemark.landing.harness;

import io.tidemark.landing.FinnhubConsumer;
import io.tidemark.landing.disk.DiskFiles;
import io.tidemark.landing.disk.LandingFiles;
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

    private static final class RenamingFiles extends ForwardingFiles {
        RenamingFiles(LandingFiles files) {
            super(files);
        }

        @Override
        public void link(Path newName, Path existing) throws IOException {
            rename(existing, newName);
        }
    }
}
