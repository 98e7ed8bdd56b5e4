package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.TradeCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What has landed, by the manifests alone: no directory of data is ever listed, so that stray files do not count.
 *
 * @param dates in order
 * @param completeness up to which instant the data is complete
 * @param quarantined records that landed as no trades
 * @param quarantineFiles where these are, in the order of partitions and offsets; their {@code bucketStart} means nothing
 */
public record LandedTrades(
        Collection<DateInput> dates, Completeness completeness, long quarantined, List<InputFile> quarantineFiles) {
    private static final Pattern BUCKET = Pattern.compile("dt=(\\d{4}-\\d{2}-\\d{2})/hour=(\\d{2})/[^/]+");
    private static final long HOUR_MS = 3_600_000;

    /**
     * Reads the manifests of a landing directory such as {@code finnhub-data}.
     *
     * @param outOfOrderness by how much trades may be out of order: {@link Completeness} allows for it
     * @return without dates when nothing has landed yet
     * @throws LandingException when there is no such directory, a manifest is unreadable, or a partition's chain has a
     *     hole
     */
    public static LandedTrades read(Path landingDirectory, Duration outOfOrderness) {
        if (!Files.isDirectory(landingDirectory)) {
            throw new LandingException("the landing directory " + landingDirectory + " does not exist");
        }
        var layout = LandingLayout.trades(landingDirectory);
        List<Completeness.Partition> partitions = new ArrayList<>();
        TreeMap<LocalDate, List<InputFile>> dates = new TreeMap<>();
        long quarantined = 0;
        List<InputFile> quarantineFiles = new ArrayList<>();
        for (Path directory : partitionDirectories(layout)) {
            PartitionChain chain = PartitionChain.read(directory);
            if (chain.isEmpty()) {
                continue;
            }
            partitions.add(
                    new Completeness.Partition(chain, PartitionProgress.read(layout.progress(chain.partition()))));
            for (SegmentManifest segment : chain.segments()) {
                quarantined += segment.quarantinedRows();
                segment.quarantine()
                        .map(file -> InputFile.of(
                                layout.root(), file, segment.partition(), segment.start(), segment.end(), 0))
                        .ifPresent(quarantineFiles::add);
                addFiles(layout, segment, dates);
            }
        }
        List<DateInput> inputs = new ArrayList<>();
        dates.forEach((date, files) -> {
            files.sort(Comparator.comparing(InputFile::name));
            inputs.add(new DateInput(date, files));
        });
        return new LandedTrades(
                List.copyOf(inputs),
                Completeness.of(partitions, outOfOrderness),
                quarantined,
                List.copyOf(quarantineFiles));
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

    private static void addFiles(
            LandingLayout layout, SegmentManifest segment, TreeMap<LocalDate, List<InputFile>> dates) {
        if (segment.schemaVersion() != TradeCsv.SCHEMA_VERSION
                && !segment.files().isEmpty()) {
            throw new LandingException(layout.manifest(segment.partition(), segment.start())
                    + ": its files have columns of version " + segment.schemaVersion() + ", this job reads version "
                    + TradeCsv.SCHEMA_VERSION);
        }
        for (LandedFile file : segment.files()) {
            Matcher bucket = BUCKET.matcher(file.finalName());
            if (!bucket.matches()) {
                throw outside(layout, segment, file);
            }
            try {
                LocalDate date = LocalDate.parse(bucket.group(1));
                long start = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                        + HOUR_MS * Integer.parseInt(bucket.group(2));
                dates.computeIfAbsent(date, absent -> new ArrayList<>())
                        .add(InputFile.of(
                                layout.root(), file, segment.partition(), segment.start(), segment.end(), start));
            } catch (DateTimeException e) {
                throw outside(layout, segment, file);
            }
        }
    }

    private static LandingException outside(LandingLayout layout, SegmentManifest segment, LandedFile file) {
        return new LandingException(layout.manifest(segment.partition(), segment.start()) + ": the file "
                + file.finalName() + " is not in the directory of a date and an hour");
    }
}
