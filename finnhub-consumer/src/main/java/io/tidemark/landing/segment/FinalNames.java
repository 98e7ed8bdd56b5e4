package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.failpoint.FailPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Step 7 of the protocol: committed files get their final names. May be repeated, and done by two writers at once: the
 * manifest says what is to be done, and each rename happens once.
 *
 * @param layout of the dataset
 * @param files to rename with
 * @param failPoints told before, between and after the renames
 */
record FinalNames(LandingLayout layout, LandingFiles files, FailPoints failPoints) {

    /**
     * Renames what still has its temporary name.
     *
     * @throws BrokenChainException when a committed file has neither name
     */
    void give(SegmentManifest manifest) throws IOException {
        failPoints.reach(FailPoint.BEFORE_RENAME);
        Set<Path> changed = new LinkedHashSet<>();
        for (LandedFile file : committed(manifest)) {
            if (rename(manifest, file)) {
                changed.add(SegmentFile.directoryOf(path(file.finalName())));
                failPoints.reach(FailPoint.MID_RENAME);
            }
        }
        failPoints.reach(FailPoint.AFTER_RENAME);
        for (Path directory : changed) {
            files.syncDirectory(directory);
        }
    }

    /** Data files and, last, the quarantine file. */
    static Iterable<LandedFile> committed(SegmentManifest manifest) {
        return Stream.concat(manifest.files().stream(), manifest.quarantine().stream())
                .toList();
    }

    private boolean rename(SegmentManifest manifest, LandedFile file) throws IOException {
        Path finalPath = path(file.finalName());
        if (Files.exists(finalPath)) {
            return false;
        }
        try {
            files.rename(path(file.temporaryName()), finalPath);
            return true;
        } catch (NoSuchFileException e) {
            if (Files.exists(finalPath)) {
                // The other writer was faster.
                return false;
            }
            throw new BrokenChainException("partition " + manifest.partition() + ": the segment at " + manifest.start()
                    + " is committed, but its file " + finalPath + " is gone, also as " + file.temporaryName());
        }
    }

    private Path path(String name) {
        return layout.root().resolve(name);
    }
}
