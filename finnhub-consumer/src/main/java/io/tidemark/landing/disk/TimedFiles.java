package io.tidemark.landing.disk;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Files whose syncs are measured: where landing waits for the disk, and the first place to look when it is slow.
 *
 * @param files to measure
 * @param syncs where the time goes
 */
public record TimedFiles(LandingFiles files, Timer syncs) implements LandingFiles {

    @Override
    public OutputFile create(Path file) throws IOException {
        return new TimedOutput(files.create(file), syncs);
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
        Timer.Sample sample = Timer.start();
        files.syncDirectory(directory);
        sample.stop(syncs);
    }

    @Override
    public void delete(Path file) throws IOException {
        files.delete(file);
    }

    private record TimedOutput(OutputFile output, Timer syncs) implements OutputFile {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            output.write(bytes, offset, length);
        }

        @Override
        public void sync() throws IOException {
            Timer.Sample sample = Timer.start();
            output.sync();
            sample.stop(syncs);
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
