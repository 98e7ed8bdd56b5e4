package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed segments of one partition, which follow each other without a hole.
 *
 * @param partition of the topic
 * @param segments in the order of their offsets, at least one
 */
record PartitionChain(int partition, List<SegmentManifest> segments) {

    /**
     * Reads a partition's manifests.
     *
     * @param directory of its commit records
     * @throws LandingException when one cannot be read or does not follow the one before
     */
    static PartitionChain read(Path directory) {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            // Twenty digits each, so names sort as offsets do.
            files = listed.filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LandingException(directory + " cannot be listed: " + e.getMessage(), e);
        }
        List<SegmentManifest> segments = new ArrayList<>();
        for (Path file : files) {
            SegmentManifest segment = decode(file);
            if (!segments.isEmpty()) {
                checkFollows(segments.get(segments.size() - 1), segment, file);
            }
            segments.add(segment);
        }
        int partition = segments.isEmpty() ? -1 : segments.get(0).partition();
        return new PartitionChain(partition, List.copyOf(segments));
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Offset after the last committed record. */
    long end() {
        return segments.get(segments.size() - 1).end();
    }

    /** Greatest event time landed, epoch ms; 0 when nothing but quarantined records was. */
    long maxEventTime() {
        return segments.stream()
                .flatMap(segment -> segment.files().stream())
                .mapToLong(LandedFile::maxEventTime)
                .max()
                .orElse(0);
    }

    private static SegmentManifest decode(Path file) {
        try {
            return new SegmentManifestCodec().decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LandingException(file + " is no readable manifest: " + e.getMessage(), e);
        }
    }

    private static void checkFollows(SegmentManifest before, SegmentManifest segment, Path file) {
        if (segment.start() != before.end()) {
            throw new LandingException(file + ": the chain of partition " + before.partition()
                    + " is broken: a segment ends at " + before.end() + " and the next starts at " + segment.start());
        }
        if (!segment.topicId().equals(before.topicId()) || segment.partition() != before.partition()) {
            throw new LandingException(file + ": topic id or partition differ from the segment before");
        }
    }
}
