package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.failpoint.FailPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A segment that is being written: a growing offset range of one partition, spread over a file per hour of event time.
 * Nothing of it is visible to readers. For one thread.
 */
final class OpenSegment {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSegment.class);
    private static final long HOUR_MS = 3_600_000;

    private final LandingSite site;
    private final byte[] header;
    private final TemporaryName temporaryName;
    private final Map<Long, SegmentFile> hours = new HashMap<>();
    private final long openedAtNanos;
    private @Nullable SegmentFile quarantine;
    private @Nullable SegmentFile lastFile;
    private long lastHour = Long.MIN_VALUE;
    private long end;
    private long bytes;

    /**
     * Begins a segment; no file is made before the first record.
     *
     * @param header first line of every data file, with its line end
     * @param temporaryName says whose segment this is and where it starts
     * @param openedAtNanos reading of the monotonic clock, for the segment's age
     */
    OpenSegment(LandingSite site, byte[] header, TemporaryName temporaryName, long openedAtNanos) {
        this.site = site;
        this.header = header;
        this.temporaryName = temporaryName;
        this.end = temporaryName.start();
        this.openedAtNanos = openedAtNanos;
    }

    /** Adds the row of the record at {@link #end}. */
    void appendRow(byte[] row, int length, long eventTime) throws IOException {
        long hour = Math.floorDiv(eventTime, HOUR_MS);
        SegmentFile file = lastFile;
        if (file == null || hour != lastHour) {
            file = fileOf(hour);
            lastFile = file;
            lastHour = hour;
        }
        file.appendRow(row, length, eventTime);
        bytes += length;
        end++;
    }

    /** Adds the line of the record at {@link #end}, which is no event. */
    void appendQuarantined(byte[] line) throws IOException {
        SegmentFile file = quarantine;
        if (file == null) {
            String name = site.layout().quarantineFile(partition(), start());
            file = SegmentFile.create(site, name, temporaryName);
            quarantine = file;
        }
        file.appendRow(line, line.length, 0);
        bytes += line.length;
        end++;
    }

    /** Steps 2 and 4 of the protocol: everything is on the disk, under its temporary name. */
    void finish() throws IOException {
        Set<Path> directories = new LinkedHashSet<>();
        for (SegmentFile file : all()) {
            file.finish();
            directories.add(file.directory());
        }
        site.failPoints().reach(FailPoint.BEFORE_DIRECTORY_SYNC);
        for (Path directory : directories) {
            site.files().syncDirectory(directory);
        }
    }

    /** The commit record of this segment as it is now. */
    SegmentManifest manifest(String topic, String topicId, int schemaVersion) {
        List<LandedFile> landed = hours.values().stream()
                .map(SegmentFile::describe)
                .sorted(Comparator.comparing(LandedFile::finalName))
                .toList();
        return new SegmentManifest(
                topic,
                topicId,
                partition(),
                start(),
                end,
                schemaVersion,
                landed,
                Optional.ofNullable(quarantine).map(SegmentFile::describe),
                Optional.empty());
    }

    /** Removes what was written. What cannot be removed is hidden, and garbage for the partition's next writer. */
    void discard() {
        for (SegmentFile file : all()) {
            try {
                file.abandon();
                site.files().delete(file.temporary());
            } catch (IOException e) {
                LOG.warn("Could not remove {}: {}", file.temporary(), e.toString());
            }
        }
    }

    TemporaryName temporaryName() {
        return temporaryName;
    }

    int partition() {
        return temporaryName.partition();
    }

    long start() {
        return temporaryName.start();
    }

    /** Offset after the last record in it. */
    long end() {
        return end;
    }

    boolean isEmpty() {
        return end == start();
    }

    /** Length of its rows and lines. */
    long bytes() {
        return bytes;
    }

    /** Files open for it, each with its buffer. */
    int openFiles() {
        return hours.size() + (quarantine == null ? 0 : 1);
    }

    /** Time since it was begun, by the monotonic clock: a wall clock that jumps would keep it open, or cut it up. */
    long ageNanos(long nowNanos) {
        return nowNanos - openedAtNanos;
    }

    private SegmentFile fileOf(long hour) throws IOException {
        SegmentFile file = hours.get(hour);
        if (file == null) {
            String bucket = LandingLayout.bucket(hour * HOUR_MS);
            String name = site.layout().dataFile(bucket, partition(), start());
            file = SegmentFile.create(site, name, temporaryName);
            hours.put(hour, file);
            file.append(header, header.length);
        }
        return file;
    }

    private List<SegmentFile> all() {
        List<SegmentFile> all = new ArrayList<>(hours.values());
        if (quarantine != null) {
            all.add(quarantine);
        }
        return all;
    }
}
