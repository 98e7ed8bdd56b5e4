package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.disk.LandingFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Temporary files that interrupted writers left. One whose segment starts below the chain's end, and which no manifest
 * lists, can never be committed: its manifest's name is taken. One that starts at the chain's end may belong to a writer
 * at work (a second one, which ignores the lock), so it stays until the segment with that start is committed.
 *
 * @param layout of the dataset
 * @param files to delete with
 */
record StrayFiles(LandingLayout layout, LandingFiles files) {

    /**
     * Deletes a partition's garbage.
     *
     * @return temporary files that start at the chain's end, to be collected when a segment with that start is committed
     */
    List<Path> collect(int partition, Chain chain) throws IOException {
        List<Path> atEnd = new ArrayList<>();
        for (Path directory : directories(partition)) {
            for (Path file : list(directory, TemporaryName.PREFIX + layout.dataset() + "-" + partition + "-*")) {
                Optional<TemporaryName> name = TemporaryName.parse(String.valueOf(file.getFileName()));
                if (name.isEmpty() || name.get().partition() != partition) {
                    continue;
                }
                if (name.get().start() == chain.end()) {
                    atEnd.add(file);
                } else if (name.get().start() < chain.end()) {
                    deleteUnlessListed(file);
                }
            }
        }
        return atEnd;
    }

    /** Deletes a temporary file whose segment's start is committed, unless it is that segment's own. */
    void deleteUnlessListed(Path file) throws IOException {
        TemporaryName name = TemporaryName.parse(String.valueOf(file.getFileName()))
                .orElseThrow(() -> new IllegalArgumentException(file + " is no temporary file"));
        Optional<SegmentManifest> manifest = new ManifestDirectory(layout, name.partition()).read(name.start());
        if (manifest.isEmpty() || !lists(manifest.get(), file)) {
            files.delete(file);
        }
    }

    private boolean lists(SegmentManifest manifest, Path file) {
        for (LandedFile landed : FinalNames.committed(manifest)) {
            if (layout.root().resolve(landed.temporaryName()).equals(file)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> directories(int partition) throws IOException {
        List<Path> directories = new ArrayList<>();
        for (Path date : list(layout.root(), "dt=*")) {
            directories.addAll(list(date, "hour=*"));
        }
        directories.add(SegmentFile.directoryOf(layout.root().resolve(layout.quarantineFile(partition, 0))));
        directories.add(layout.manifestDirectory(partition));
        directories.add(SegmentFile.directoryOf(layout.progress(partition)));
        return directories;
    }

    private static List<Path> list(Path directory, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return found;
    }
}
