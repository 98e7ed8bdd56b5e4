package io.tidemark.quickstart.stack;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the commit records of a landing directory say.
 *
 * @param segments committed
 * @param rows in data files
 * @param quarantined records that are no trades
 */
public record Landed(long segments, long rows, long quarantined) {

    /**
     * Reads all commit records.
     *
     * @throws IOException when one cannot be read or is none
     */
    public static Landed read(Path landingDirectory) throws IOException {
        Path manifests = LandingLayout.trades(landingDirectory).manifestsDirectory();
        if (!Files.isDirectory(manifests)) {
            return new Landed(0, 0, 0);
        }
        var codec = new SegmentManifestCodec();
        long rows = 0;
        long quarantined = 0;
        List<Path> committed = committed(manifests);
        for (Path manifest : committed) {
            SegmentManifest segment = codec.decode(Files.readAllBytes(manifest));
            rows += segment.landedRows();
            quarantined += segment.quarantinedRows();
        }
        return new Landed(committed.size(), rows, quarantined);
    }

    /** All offsets that are accounted for. */
    public long records() {
        return rows + quarantined;
    }

    private static List<Path> committed(Path manifests) throws IOException {
        try (Stream<Path> files = Files.walk(manifests, 2)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                    .toList();
        }
    }
}
