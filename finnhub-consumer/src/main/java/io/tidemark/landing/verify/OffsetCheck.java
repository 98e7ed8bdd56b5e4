package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.SegmentManifest;
import java.util.Locale;

/** What every line of every file must fulfil: right partition, offset in the segment, rising, not seen before. */
final class OffsetCheck {
    private final String file;
    private final SegmentManifest segment;
    private final OffsetCoverage coverage;
    private final Problems problems;
    private long lines;
    private long previous = -1;

    OffsetCheck(String file, SegmentManifest segment, OffsetCoverage coverage, Problems problems) {
        this.file = file;
        this.segment = segment;
        this.coverage = coverage;
        this.problems = problems;
    }

    /** Takes a line's Kafka coordinates. */
    void next(long partition, long offset) {
        lines++;
        if (partition != segment.partition()) {
            problems.add(file, "line " + lines + " is of partition " + partition);
        } else if (!coverage.contains(offset)) {
            problems.add(file, "offset " + offset + " is not in [" + segment.start() + ", " + segment.end() + ")");
        } else if (!coverage.add(offset)) {
            problems.add(file, "offset " + offset + " is there twice");
        } else if (offset <= previous) {
            problems.add(file, "offset " + offset + " stands after " + previous);
        }
        previous = offset;
    }

    /** Takes a line that could not be read. */
    void badLine(BadRowException problem) {
        lines++;
        problems.add(file, "line " + lines + ": " + problem.getMessage());
    }

    /** Compares the whole with the manifest. */
    void end(LandedFile expected, LineReader read) {
        if (lines != expected.rows()) {
            problems.add(file, "has " + lines + " rows, its manifest says " + expected.rows());
        }
        if (read.length() != expected.bytes()) {
            problems.add(file, "is " + read.length() + " bytes long, its manifest says " + expected.bytes());
        }
        if (read.checksum() != expected.crc32c()) {
            problems.add(
                    file,
                    String.format(
                            Locale.ROOT,
                            "has CRC-32C %08x, its manifest says %08x",
                            read.checksum(),
                            expected.crc32c()));
        }
    }

    long lines() {
        return lines;
    }
}
