package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The committed segments of one dataset, by the manifests alone: no directory of data is ever listed, so that stray files
 * do not count.
 *
 * @param layout of the dataset
 * @param chains of the partitions that have any, by the names of their directories
 */
record LandedSegments(LandingLayout layout, List<PartitionChain> chains) {
    private static final Pattern BUCKET = Pattern.compile("dt=(\\d{4}-\\d{2}-\\d{2})/hour=(\\d{2})/[^/]+");
    private static final long HOUR_MS = 3_600_000;

    /**
     * Reads the manifests of a dataset.
     *
     * @return without chains when nothing has landed yet, or the dataset's directory is not there
     * @throws LandingException when a manifest is unreadable or a partition's chain has a hole
     */
    static LandedSegments read(LandingLayout layout) {
        List<PartitionChain> chains = partitionDirectories(layout).stream()
                .map(PartitionChain::read)
                .filter(chain -> !chain.isEmpty())
                .toList();
        return new LandedSegments(layout, chains);
    }

    /** All of them, in the order of partitions and offsets. */
    Stream<SegmentManifest> all() {
        return chains.stream().flatMap(chain -> chain.segments().stream());
    }

    /**
     * Their data files by UTC date, in order.
     *
     * @param schemaVersion of the columns that can be read
     * @throws LandingException when files have other columns, or are not in the directory of a date and an hour
     */
    List<DateInput> dates(int schemaVersion) {
        TreeMap<LocalDate, List<InputFile>> dates = new TreeMap<>();
        all().forEach(segment -> addFiles(segment, schemaVersion, dates));
        List<DateInput> inputs = new ArrayList<>();
        dates.forEach((date, files) -> {
            files.sort(Comparator.comparing(InputFile::name));
            inputs.add(new DateInput(date, files));
        });
        return List.copyOf(inputs);
    }

    /** A file of one of the segments. */
    InputFile file(SegmentManifest segment, LandedFile file, long bucketStart) {
        return InputFile.of(layout.root(), file, segment.partition(), segment.start(), segment.end(), bucketStart);
    }

    private static List<Path> partitionDirectories(LandingLayout layout) {
        Path manifests = layout.manifestsDirectory();
        if (!Files.isDirectory(manifests)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(manifests)) {
            return listed.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new LandingException(manifests + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private void addFiles(SegmentManifest segment, int schemaVersion, TreeMap<LocalDate, List<InputFile>> dates) {
        if (segment.schemaVersion() != schemaVersion && !segment.files().isEmpty()) {
            throw new LandingException(layout.manifest(segment.partition(), segment.start())
                    + ": its files have columns of version " + segment.schemaVersion() + ", this job reads version "
                    + schemaVersion);
        }
        for (LandedFile file : segment.files()) {
            Matcher bucket = BUCKET.matcher(file.finalName());
            if (!bucket.matches()) {
                throw outside(segment, file);
            }
            try {
                LocalDate date = LocalDate.parse(bucket.group(1));
                long start = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                        + HOUR_MS * Integer.parseInt(bucket.group(2));
                dates.computeIfAbsent(date, absent -> new ArrayList<>()).add(file(segment, file, start));
            } catch (DateTimeException e) {
                throw outside(segment, file);
            }
        }
    }

    private LandingException outside(SegmentManifest segment, LandedFile file) {
        return new LandingException(layout.manifest(segment.partition(), segment.start()) + ": the file "
                + file.finalName() + " is not in the directory of a date and an hour");
    }
}
