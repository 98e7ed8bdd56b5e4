package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.segment.BrokenChainException;
import io.tidemark.landing.segment.ManifestDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the files that are there, where {@link PartitionProof} looks at those that should be. */
final class VisibleFiles {
    private static final List<String> BOOKKEEPING = List.of("_manifests", "_progress", "_locks");

    private final LandingLayout layout;
    private final Problems problems;
    private final Pattern name;
    private final List<String> temporary = new ArrayList<>();

    VisibleFiles(LandingLayout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
        this.name = Pattern.compile(Pattern.quote(layout.dataset()) + "-(\\d{1,9})-(\\d{20})\\.(csv|ndjson)");
    }

    /** Walks over the directory; a visible file that no manifest names is a problem. */
    void check() throws IOException {
        Files.walkFileTree(layout.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visit(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // A consumer at work renames and deletes its temporary files.
                if (!(failure instanceof NoSuchFileException)) {
                    problems.add(file.toString(), "cannot be looked at: " + failure);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Temporary files, relative to the root: a writer at work, or garbage that the next one collects. */
    List<String> temporary() {
        return List.copyOf(temporary);
    }

    private void visit(Path file) throws IOException {
        Path relative = layout.root().relativize(file);
        String path = relative.toString().replace('\\', '/');
        if (String.valueOf(file.getFileName()).startsWith(".")) {
            temporary.add(path);
        } else if (!BOOKKEEPING.contains(relative.getName(0).toString()) && !isCommitted(file, path)) {
            problems.add(path, "is visible, but no manifest names it");
        }
    }

    private boolean isCommitted(Path file, String path) throws IOException {
        Matcher parts = name.matcher(String.valueOf(file.getFileName()));
        if (!parts.matches()) {
            return false;
        }
        try {
            Optional<SegmentManifest> segment = new ManifestDirectory(layout, Integer.parseInt(parts.group(1)))
                    .read(Long.parseLong(parts.group(2)));
            return segment.stream()
                    .flatMap(found -> Stream.concat(found.files().stream(), found.quarantine().stream()))
                    .map(LandedFile::finalName)
                    .anyMatch(path::equals);
        } catch (BrokenChainException | NumberFormatException e) {
            // The manifest's damage is reported by its partition's proof; this file is not proven either way.
            return false;
        }
    }
}
