package io.tidemark.quality.orchestration;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import io.tidemark.contracts.landing.TradeCsv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** A segment as the landing consumer leaves it: CSV files by hour, and the manifest that commits them. */
final class Segment {
    private static final int BUFFER = 64 << 10;

    private final LandingLayout layout;
    private final String topic;
    private final int partition;
    private final long start;
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private long next;

    Segment(LandingLayout layout, String topic, int partition, long start) {
        this.layout = layout;
        this.topic = topic;
        this.partition = partition;
        this.start = start;
        this.next = start;
    }

    /** Adds a trade at the next offset. */
    void add(Row row) throws IOException {
        String hour = LandingLayout.bucket(row.time());
        Bucket bucket = buckets.get(hour);
        if (bucket == null) {
            String name = layout.dataFile(hour, partition, start);
            bucket = new Bucket(name, layout.root().resolve(name));
            buckets.put(hour, bucket);
        }
        String identity = "stage-" + partition + '-' + next;
        bucket.add(
                String.join(
                        ",",
                        row.symbol(),
                        row.price(),
                        row.volume(),
                        Long.toString(row.time()),
                        Long.toString(row.time()),
                        row.conditions(),
                        identity,
                        Integer.toString(partition),
                        Long.toString(next)),
                row.time());
        next++;
    }

    /** Number of its trades. */
    long rows() {
        return next - start;
    }

    /** Commits it, unless it is empty; returns the offset after its last record. */
    long commit() throws IOException {
        if (rows() == 0) {
            return next;
        }
        List<LandedFile> files = new ArrayList<>();
        for (Bucket bucket : buckets.values()) {
            files.add(bucket.close());
        }
        var manifest = new SegmentManifest(
                topic,
                topic + "-id",
                partition,
                start,
                next,
                TradeCsv.SCHEMA_VERSION,
                files,
                Optional.empty(),
                Optional.empty());
        Files.createDirectories(layout.manifestDirectory(partition));
        Files.write(layout.manifest(partition, start), new SegmentManifestCodec().encode(manifest));
        return next;
    }

    private static final class Bucket {
        private final String name;
        private final CRC32C crc = new CRC32C();
        private final OutputStream out;
        private long rows;
        private long bytes;
        private long least = Long.MAX_VALUE;
        private long greatest = Long.MIN_VALUE;

        Bucket(String name, Path file) throws IOException {
            this.name = name;
            Files.createDirectories(file.resolveSibling(""));
            out = new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(file), crc), BUFFER);
            write(TradeCsv.HEADER);
        }

        void add(String line, long time) throws IOException {
            write(line);
            rows++;
            least = Math.min(least, time);
            greatest = Math.max(greatest, time);
        }

        LandedFile close() throws IOException {
            out.close();
            String temporary = name.replace("trades-", ".part-") + ".tmp";
            return new LandedFile(temporary, name, rows, bytes, crc.getValue(), least, greatest);
        }

        private void write(String line) throws IOException {
            byte[] encoded = (line + '\n').getBytes(StandardCharsets.UTF_8);
            out.write(encoded);
            bytes += encoded.length;
        }
    }
}
