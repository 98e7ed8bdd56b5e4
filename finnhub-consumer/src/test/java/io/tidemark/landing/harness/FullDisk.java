package io.tidemark.landing.harness;

import io.tidemark.landing.FinnhubConsumer;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/** The service on a disk that takes so many bytes and no more, for machines on which a test may not mount a small one. */
public final class FullDisk {
    /** System property: how many bytes fit. */
    public static final String CAPACITY = "test.disk.capacity";

    private FullDisk() {}

    public static void main(String[] arguments) {
        long capacity = Long.getLong(CAPACITY, 0);
        System.exit(FinnhubConsumer.serve(arguments, directory -> below(directory, capacity)));
    }

    /** Files below a directory, unsynced, that report a full disk after so many bytes; deleting gives none back. */
    public static LandingFiles below(Path directory, long capacity) {
        return new SmallFiles(new UnsyncedFiles(directory), capacity);
    }

    private static final class SmallFiles extends ForwardingFiles {
        private long free;

        SmallFiles(LandingFiles files, long capacity) {
            super(files);
            this.free = capacity;
        }

        @Override
        public OutputFile create(Path file) throws IOException {
            OutputFile output = super.create(file);
            return new OutputFile() {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    // As the kernel does it: what fits is written.
                    int fits = (int) Math.min(length, free);
                    free -= fits;
                    output.write(bytes, offset, fits);
                    if (fits < length) {
                        throw new IOException("No space left on device");
                    }
                }

                @Override
                public void sync() throws IOException {
                    output.sync();
                }

                @Override
                public void close() throws IOException {
                    output.close();
                }
            };
        }
    }
}
