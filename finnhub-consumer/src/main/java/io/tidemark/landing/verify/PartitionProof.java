package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.segment.BrokenChainException;
import io.tidemark.landing.segment.ManifestDirectory;
import java.io.IOException;
import java.util.Optional;

/** Proves one partition: its manifests chain, and each of them is true. */
final class PartitionProof {
    private final LandingLayout layout;
    private final Problems problems;
    private final SegmentProof segments;

    PartitionProof(LandingLayout layout, RowForm form, Problems problems, RowTotals totals) {
        this.layout = layout;
        this.problems = problems;
        this.segments = new SegmentProof(layout, form, problems, totals);
    }

    /**
     * Reads every segment, one at a time.
     *
     * @param starts of the segments, ascending
     */
    PartitionSummary prove(int partition, long[] starts) throws IOException {
        String place = layout.dataset() + "-" + partition;
        var manifests = new ManifestDirectory(layout, partition);
        PartitionSummary summary = PartitionSummary.empty(partition);
        for (long start : starts) {
            Optional<SegmentManifest> manifest = read(manifests, start, place);
            if (manifest.isEmpty()) {
                continue;
            }
            SegmentManifest segment = manifest.get();
            link(summary, segment, place);
            if (segment.gapReason().isPresent()) {
                requireNoFiles(segment, place);
            } else {
                segments.prove(segment);
            }
            summary = summary.and(segment);
        }
        return summary;
    }

    private Optional<SegmentManifest> read(ManifestDirectory manifests, long start, String place) throws IOException {
        try {
            Optional<SegmentManifest> manifest = manifests.read(start);
            if (manifest.isEmpty()) {
                problems.add(place, "the manifest at " + start + " disappeared");
            }
            return manifest;
        } catch (BrokenChainException e) {
            problems.add(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void link(PartitionSummary before, SegmentManifest segment, String place) {
        if (before.segments() == 0) {
            return;
        }
        if (segment.start() != before.end()) {
            String kind = segment.start() > before.end() ? "a hole" : "an overlap";
            problems.add(
                    place,
                    "the chain has " + kind + ": a segment ends at " + before.end() + ", the next starts at "
                            + segment.start());
        }
        if (!segment.topicId().equals(before.topicId())) {
            problems.add(
                    place,
                    "the segment at " + segment.start() + " came from topic id " + segment.topicId()
                            + ", those before it from " + before.topicId());
        }
    }

    private void requireNoFiles(SegmentManifest gap, String place) {
        if (!gap.files().isEmpty() || gap.quarantine().isPresent()) {
            problems.add(place, "the gap at " + gap.start() + " names files");
        }
    }
}
