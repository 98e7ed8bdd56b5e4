package io.tidemark.batch.compact;

import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file that was read and proved, for Parquet's reader: without Hadoop's file system and without a second read. */
final class HeldFile implements InputFile {
    private final byte[] bytes;

    HeldFile(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long getLength() {
        return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
        var position = new Positioned(bytes);
        return new DelegatingSeekableInputStream(position) {
            @Override
            public long getPos() {
                return position.position();
            }

            @Override
            public void seek(long newPosition) {
                position.moveTo(Math.toIntExact(newPosition));
            }
        };
    }

    private static final class Positioned extends ByteArrayInputStream {
        Positioned(byte[] bytes) {
            super(bytes);
        }

        int position() {
            return pos;
        }

        void moveTo(int position) {
            pos = position;
        }
    }
}
