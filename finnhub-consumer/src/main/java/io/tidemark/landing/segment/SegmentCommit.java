package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.contracts.landing.SegmentManifestCodec;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.failpoint.FailPoints;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Steps 5 to 7 of the protocol. The commit is one hard link, which exists or does not: a link, unlike a rename, never
 * replaces, so of two writers with the same start exactly one wins.
 *
 * @param layout of the dataset
 * @param files to write with
 * @param failPoints told of every step
 */
record SegmentCommit(LandingLayout layout, LandingFiles files, FailPoints failPoints) {

    /**
     * Commits a segment whose files are durable under their temporary names.
     *
     * @param name of the segment's temporary files, for the manifest's own
     * @throws IOException when a step failed; the segment is committed if and only if its manifest is there, which the
     *     next start finds out
     */
    CommitOutcome commit(SegmentManifest manifest, TemporaryName name) throws IOException {
        Path target = layout.manifest(manifest.partition(), manifest.start());
        Path directory = layout.manifestDirectory(manifest.partition());
        Path temporary = directory.resolve(name.fileName());
        files.ensureDirectory(directory);
        failPoints.reach(FailPoint.BEFORE_MANIFEST_WRITE);
        WholeFile.write(
                files,
                temporary,
                new SegmentManifestCodec().encode(manifest),
                () -> failPoints.reach(FailPoint.BEFORE_MANIFEST_SYNC));
        failPoints.reach(FailPoint.BEFORE_COMMIT_LINK);
        if (!link(target, temporary)) {
            files.delete(temporary);
            return new CommitOutcome.Fenced();
        }
        failPoints.reach(FailPoint.AFTER_COMMIT_LINK);
        files.syncDirectory(directory);
        files.delete(temporary);
        new FinalNames(layout, files, failPoints).give(manifest);
        return new CommitOutcome.Committed(manifest);
    }

    private boolean link(Path target, Path temporary) throws IOException {
        try {
            files.link(target, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            // A network file system may report "exists" for a link whose first reply was lost: then it is our own.
            return Files.exists(temporary) && Files.isSameFile(target, temporary);
        } catch (NoSuchFileException e) {
            if (Files.exists(target)) {
                // The writer that was first has collected our temporary files already.
                return false;
            }
            throw e;
        }
    }
}
