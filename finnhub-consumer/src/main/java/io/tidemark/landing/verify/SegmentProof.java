package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares one segment's files with its manifest, byte for byte and offset for offset. */
final class SegmentProof {
    private static final Pattern BUCKET = Pattern.compile("(dt=(\\d{4}-\\d{2}-\\d{2})/hour=(\\d{2}))/.*");
    private static final long HOUR_MS = 3_600_000;
    private static final int RENAME_LOOKS = 20;
    private static final long RENAME_WAIT_MS = 100;

    private final LandingLayout layout;
    private final Problems problems;
    private final RowForm form;
    private final RowTotals totals;
    private final CsvFields fields;

    SegmentProof(LandingLayout layout, RowForm form, Problems problems, RowTotals totals) {
        this.layout = layout;
        this.problems = problems;
        this.form = form;
        this.totals = totals;
        this.fields = new CsvFields(form.columns());
    }

    /** Proves a segment that has files. */
    void prove(SegmentManifest segment) throws IOException {
        String place = place(segment);
        long range = segment.end() - segment.start();
        if (segment.landedRows() + segment.quarantinedRows() != range) {
            problems.add(
                    place,
                    "has " + segment.landedRows() + " rows and " + segment.quarantinedRows() + " quarantined for "
                            + range + " offsets");
        }
        if (range > Integer.MAX_VALUE) {
            problems.add(place, "spans " + range + " offsets, more than a segment can hold");
            return;
        }
        var coverage = new OffsetCoverage(segment.start(), segment.end());
        for (LandedFile file : segment.files()) {
            proveFile(file, () -> dataFile(segment, file, coverage));
        }
        if (segment.quarantine().isPresent()) {
            LandedFile file = segment.quarantine().get();
            proveFile(file, () -> quarantineFile(segment, file, coverage));
        }
        if (coverage.missing() > 0) {
            problems.add(
                    place, coverage.missing() + " offsets are in no file, the first is " + coverage.firstMissing());
        }
    }

    private interface FileProof {
        void prove() throws IOException;
    }

    private void proveFile(LandedFile file, FileProof proof) throws IOException {
        if (!isNamed(file)) {
            boolean temporary = Files.exists(layout.root().resolve(file.temporaryName()));
            problems.add(
                    file.finalName(),
                    temporary
                            ? "is committed but has its temporary name yet; the consumer renames it when it starts"
                            : "is committed but gone");
            return;
        }
        try {
            proof.prove();
        } catch (LineReader.UnfinishedLineException e) {
            problems.add(file.finalName(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether a file has its final name; a consumer at work gives it in the moment after the commit. */
    private boolean isNamed(LandedFile file) throws IOException {
        Path finalPath = layout.root().resolve(file.finalName());
        Path temporaryPath = layout.root().resolve(file.temporaryName());
        for (int look = 0; look < RENAME_LOOKS && Files.exists(temporaryPath); look++) {
            try {
                Thread.sleep(RENAME_WAIT_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while a consumer may be at work");
            }
        }
        return Files.exists(finalPath);
    }

    private void dataFile(SegmentManifest segment, LandedFile file, OffsetCoverage coverage) throws IOException {
        Matcher bucket = BUCKET.matcher(file.finalName());
        if (!bucket.matches()
                || !layout.dataFile(bucket.group(1), segment.partition(), segment.start())
                        .equals(file.finalName())) {
            problems.add(file.finalName(), "is no name for a file of " + place(segment));
            return;
        }
        try {
            LocalDate date = LocalDate.parse(bucket.group(2));
            long hour = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1000
                    + Long.parseLong(bucket.group(3)) * HOUR_MS;
            rows(segment, file, bucket.group(1), hour, coverage);
        } catch (DateTimeException e) {
            problems.add(file.finalName(), "is in a directory of no date");
        }
    }

    private void rows(SegmentManifest segment, LandedFile file, String bucket, long hour, OffsetCoverage coverage)
            throws IOException {
        var check = new OffsetCheck(file.finalName(), segment, coverage, problems);
        Map<String, DoubleSummaryStatistics> amounts = new HashMap<>();
        long minTime = Long.MAX_VALUE;
        long maxTime = Long.MIN_VALUE;
        try (var lines = new LineReader(layout.root().resolve(file.finalName()), form.breaksInFields())) {
            if (!lines.next() || !text(lines).equals(form.header())) {
                problems.add(file.finalName(), "does not begin with the header");
            }
            while (lines.next()) {
                try {
                    fields.split(lines.bytes(), lines.from(), lines.to());
                    LandedRow row = form.read(fields);
                    check.next(row.partition(), row.offset());
                    if (row.eventTime() < hour || row.eventTime() >= hour + HOUR_MS) {
                        problems.add(file.finalName(), "offset " + row.offset() + " is of another hour");
                    }
                    minTime = Math.min(minTime, row.eventTime());
                    maxTime = Math.max(maxTime, row.eventTime());
                    amounts.computeIfAbsent(row.name(), name -> new DoubleSummaryStatistics())
                            .accept(row.amount());
                } catch (BadRowException e) {
                    check.badLine(e);
                }
            }
            check.end(file, lines);
        }
        if (check.lines() > 0 && (minTime != file.minEventTime() || maxTime != file.maxEventTime())) {
            problems.add(file.finalName(), "its manifest has other event times");
        }
        totals.add(form.period(bucket), amounts);
    }

    private void quarantineFile(SegmentManifest segment, LandedFile file, OffsetCoverage coverage) throws IOException {
        if (!layout.quarantineFile(segment.partition(), segment.start()).equals(file.finalName())) {
            problems.add(file.finalName(), "is no name for the quarantine of " + place(segment));
        }
        var check = new OffsetCheck(file.finalName(), segment, coverage, problems);
        try (var lines = new LineReader(layout.root().resolve(file.finalName()), false)) {
            while (lines.next()) {
                try {
                    QuarantinedRecord record = QuarantinedRecord.of(lines);
                    check.next(record.partition(), record.offset());
                } catch (BadRowException e) {
                    check.badLine(e);
                }
            }
            check.end(file, lines);
        }
    }

    private static String text(LineReader lines) {
        return new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
    }

    private String place(SegmentManifest segment) {
        return layout.root()
                .relativize(layout.manifest(segment.partition(), segment.start()))
                .toString();
    }
}
