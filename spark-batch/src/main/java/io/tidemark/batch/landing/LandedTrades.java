package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.TradeCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What has landed of trades, by the manifests alone.
 *
 * @param dates in order
 * @param completeness up to which instant the data is complete
 * @param quarantined records that landed as no trades
 * @param quarantineFiles where these are, in the order of partitions and offsets; their {@code bucketStart} means nothing
 */
public record LandedTrades(
        Collection<DateInput> dates, Completeness completeness, long quarantined, List<InputFile> quarantineFiles) {

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
        var segments = LandedSegments.read(layout);
        List<Completeness.Partition> partitions = segments.chains().stream()
                .map(chain ->
                        new Completeness.Partition(chain, PartitionProgress.read(layout.progress(chain.partition()))))
                .toList();
        List<InputFile> quarantineFiles = segments.all()
                .flatMap(segment -> segment.quarantine().map(file -> segments.file(segment, file, 0)).stream())
                .toList();
        return new LandedTrades(
                segments.dates(TradeCsv.SCHEMA_VERSION),
                Completeness.of(partitions, outOfOrderness),
                segments.all().mapToLong(SegmentManifest::quarantinedRows).sum(),
                quarantineFiles);
    }
}
