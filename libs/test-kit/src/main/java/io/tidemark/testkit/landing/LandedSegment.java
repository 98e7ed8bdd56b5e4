package io.tidemark.testkit.landing;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import io.tidemark.contracts.landing.TradeCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A segment of trades as finnhub-consumer leaves it once it is committed and renamed: CSV files by hour, perhaps a quarantine
 * file, and the manifest that commits them. Holds one buffer an hour, so segments may be of any size.
 */
public final class LandedSegment {
    private final LandingLayout layout;
    private final String topic;
    private final int partition;
    private final long start;
    private final Map<String, LandedBucket> buckets = new TreeMap<>();
    private Optional<LandedFile> quarantine = Optional.empty();
    private long next;

    /**
     * An empty segment.
     *
     * @param layout of trades
     * @param start Kafka offset of its first record
     */
    public LandedSegment(LandingLayout layout, String topic, int partition, long start) {
        this.layout = layout;
        this.topic = topic;
        this.partition = partition;
        this.start = start;
        this.next = start;
    }

    /** Offset of the next record. */
    public long next() {
        return next;
    }

    /** Number of its records so far. */
    public long rows() {
        return next - start;
    }

    /**
     * Adds a trade at the next offset.
     *
     * @param fields of {@link TradeCsv#HEADER} before partition and offset, as one text in CSV
     * @param time of the trade, epoch ms
     */
    public void add(String fields, long time) throws IOException {
        String hour = LandingLayout.bucket(time);
        LandedBucket bucket = buckets.get(hour);
        if (bucket == null) {
            String name = layout.dataFile(hour, partition, start);
            bucket = new LandedBucket(name, layout.root().resolve(name), TradeCsv.HEADER);
            buckets.put(hour, bucket);
        }
        bucket.add(fields + ',' + partition + ',' + next, time);
        next++;
    }

    /** Adds records that are no trades, as lines of a quarantine file; once a segment. */
    public void quarantine(List<String> lines) throws IOException {
        String name = layout.quarantineFile(partition, start);
        Path file = layout.root().resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        byte[] bytes = (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
        var crc = new CRC32C();
        crc.update(bytes);
        quarantine = Optional.of(new LandedFile(name + ".tmp", name, lines.size(), bytes.length, crc.getValue(), 0, 0));
        next += lines.size();
    }

    /** Commits it, unless it is empty; returns the offset after its last record. */
    public long commit() throws IOException {
        if (rows() == 0) {
            return next;
        }
        List<LandedFile> files = new ArrayList<>();
        for (LandedBucket bucket : buckets.values()) {
            files.add(bucket.finish());
        }
        var manifest = new SegmentManifest(
                topic,
                topic + "-id",
                partition,
                start,
                next,
                TradeCsv.SCHEMA_VERSION,
                files,
                quarantine,
                Optional.empty());
        Files.createDirectories(layout.manifestDirectory(partition));
        Files.write(layout.manifest(partition, start), new SegmentManifestCodec().encode(manifest));
        return next;
    }
}
