package io.tidemark.batch.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A new file for Parquet's writer that counts and sums up what it is given, and is on disk once it is closed. */
final class ProvenOutput implements OutputFile {
    private static final int BUFFER = 256 << 10;

    private final Path file;
    private final CRC32C crc = new CRC32C();
    private long length;

    ProvenOutput(Path file) {
        this.file = file;
    }

    /** Bytes written. */
    long length() {
        return length;
    }

    /** Their CRC-32C, unsigned; complete when the stream is closed. */
    long crc32c() {
        return crc.getValue();
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new Stream(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return file.toString();
    }

    private final class Stream extends PositionOutputStream {
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        Stream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() {
            return length;
        }

        @Override
        public void write(int value) throws IOException {
            if (!buffer.hasRemaining()) {
                writeOut();
            }
            buffer.put((byte) value);
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            for (int done = 0; done < count; ) {
                if (!buffer.hasRemaining()) {
                    writeOut();
                }
                int step = Math.min(buffer.remaining(), count - done);
                buffer.put(bytes, offset + done, step);
                done += step;
            }
            length += count;
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                try (channel) {
                    writeOut();
                    channel.force(true);
                }
            }
        }

        private void writeOut() throws IOException {
            buffer.flip();
            crc.update(buffer.duplicate());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }
    }
}
