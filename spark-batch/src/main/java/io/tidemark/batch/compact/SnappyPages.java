package io.tidemark.batch.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks the pages that this job has packed. Parquet's own factory wants Hadoop's configuration, whose reading costs more
 * than that of a file.
 */
final class SnappyPages implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.SNAPPY) {
            throw new IllegalArgumentException("pages are packed by " + codec + ", not by Snappy");
        }
        return new Unpacking();
    }

    @Override
    public void release() {}

    private static final class Unpacking implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            byte[] from = packed.toByteArray();
            byte[] to = new byte[size];
            if (Snappy.uncompress(from, 0, from.length, to, 0) != size) {
                throw new IOException("a page has not the length that its header says");
            }
            return BytesInput.from(to);
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer to, int size) throws IOException {
            byte[] from = new byte[packedSize];
            packed.get(from);
            to.put(decompress(BytesInput.from(from), size).toByteArray());
        }

        @Override
        public void release() {}
    }
}
