package io.tidemark.landing.harness;

import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/** Files that do what others do; the tests' variants change one operation. */
abstract class ForwardingFiles implements LandingFiles {
    private final LandingFiles files;

    ForwardingFiles(LandingFiles files) {
        this.files = files;
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
    public void link(Path newName, Path existing) throws IOException {
        files.link(newName, existing);
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
