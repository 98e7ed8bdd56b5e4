package io.tidemark.quality.scale;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One segment of one partition, as finnhub-consumer leaves it once it is committed and renamed. */
final class SegmentFiles implements AutoCloseable {
    private static final long HOUR_MS = 3_600_000;

    private final LandingLayout layout;
    private final int partition;
    private final long start;
    private final byte[] idPrefix;
    private final Map<Long, Hour> hours = new TreeMap<>();
    private long next;

    SegmentFiles(Path landing, int partition, long start) {
        this.layout = LandingLayout.trades(landing);
        this.partition = partition;
        this.start = start;
        this.next = start;
        this.idPrefix = RowBytes.ascii("scale-" + partition + "-");
    }

    long rows() {
        return next - start;
    }

    void add(byte[] symbol, long priceCents, long volume, long time, byte[] conditions) throws IOException {
        Hour hour = hours.get(time / HOUR_MS);
        if (hour == null) {
            hour = new Hour(layout, layout.dataFile(LandingLayout.bucket(time), partition, start));
            hours.put(time / HOUR_MS, hour);
        }
        RowBytes row = hour.row(time);
        row.text(symbol)
                .raw(',')
                .cents(priceCents)
                .raw(',')
                .number(volume)
                .raw(',')
                .number(time)
                .raw(',');
        row.number(time + 5)
                .raw(',')
                .text(conditions)
                .raw(',')
                .text(idPrefix)
                .number(next)
                .raw(',');
        row.number(partition).raw(',').number(next).raw('\n');
        next++;
    }

    /** Commits the segment; returns the names of its files. */
    List<String> commit() throws IOException {
        List<LandedFile> files = new ArrayList<>();
        for (Hour hour : hours.values()) {
            files.add(hour.finish());
        }
        var manifest = new SegmentManifest(
                Topics.TRADES,
                "generated",
                partition,
                start,
                next,
                TradeCsv.SCHEMA_VERSION,
                files,
                Optional.empty(),
                Optional.empty());
        Files.createDirectories(layout.manifestDirectory(partition));
        Files.write(layout.manifest(partition, start), new SegmentManifestCodec().encode(manifest));
        return files.stream().map(LandedFile::finalName).toList();
    }

    @Override
    public void close() throws IOException {
        for (Hour hour : hours.values()) {
            hour.bytes.close();
        }
    }

    private static final class Hour {
        private final String name;
        private final RowBytes bytes;
        private long rows;
        private long least = Long.MAX_VALUE;
        private long greatest = Long.MIN_VALUE;

        Hour(LandingLayout layout, String name) throws IOException {
            this.name = name;
            Path file = layout.root().resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            this.bytes = new RowBytes(Files.newOutputStream(file));
            bytes.text(RowBytes.ascii(TradeCsv.HEADER)).raw('\n');
        }

        RowBytes row(long time) throws IOException {
            bytes.beginRow();
            rows++;
            least = Math.min(least, time);
            greatest = Math.max(greatest, time);
            return bytes;
        }

        LandedFile finish() throws IOException {
            long length = bytes.length();
            bytes.close();
            return new LandedFile(
                    name.replace("trades-", ".part-") + ".tmp", name, rows, length, bytes.crc32c(), least, greatest);
        }
    }
}
