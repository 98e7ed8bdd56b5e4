package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Reads the commit records of one partition.
 *
 * @param layout of the dataset
 * @param partition whose records
 */
public record ManifestDirectory(LandingLayout layout, int partition) {
    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.json");

    /** Start offsets of the committed segments, ascending; none when the partition was never landed. */
    public long[] starts() throws IOException {
        LongStream.Builder starts = LongStream.builder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(layout.manifestDirectory(partition))) {
            for (Path entry : entries) {
                Matcher name = NAME.matcher(String.valueOf(entry.getFileName()));
                if (name.matches()) {
                    starts.add(Long.parseLong(name.group(1)));
                }
            }
        } catch (NoSuchFileException e) {
            return new long[0];
        }
        long[] sorted = starts.build().toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Reads the commit record of the segment that starts at {@code start}; empty when there is none.
     *
     * @throws BrokenChainException when it is damaged, or not what its name says
     */
    public Optional<SegmentManifest> read(long start) throws IOException {
        Path file = layout.manifest(partition, start);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        SegmentManifest manifest;
        try {
            manifest = new SegmentManifestCodec().decode(bytes);
        } catch (IOException e) {
            throw new BrokenChainException(file + " is damaged: " + e.getMessage());
        }
        if (manifest.start() != start || manifest.partition() != partition) {
            throw new BrokenChainException(file + " describes partition " + manifest.partition() + " from offset "
                    + manifest.start() + ", which is not what its name says");
        }
        return Optional.of(manifest);
    }
}
