package io.tidemark.batch.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One date's datasets in a directory: a directory each, and the digest of what they were computed from. */
final class ResultSet {
    private ResultSet() {}

    /** Moves a run's files into a new set. */
    static void of(Path made, Path temporary, List<PartFile> files) throws IOException {
        for (PartFile file : files) {
            Path dataset = Files.createDirectories(made.resolve(file.dataset()));
            Files.move(temporary.resolve(file.temporaryName()), dataset.resolve(file.finalName()));
        }
    }

    /** Makes a new set of an old one's files, by hard links, but with other files for some datasets. */
    static void changed(Path made, Path old, Path temporary, List<PartFile> files) throws IOException {
        Set<String> replaced = files.stream().map(PartFile::dataset).collect(Collectors.toSet());
        for (Path entry : FileTrees.list(old)) {
            if (!Files.isDirectory(entry)) {
                Files.createLink(made.resolve(entry.getFileName()), entry);
            } else if (!replaced.contains(entry.getFileName().toString())) {
                Path dataset = Files.createDirectories(made.resolve(entry.getFileName()));
                for (Path file : FileTrees.list(entry)) {
                    Files.createLink(dataset.resolve(file.getFileName()), file);
                }
            }
        }
        of(made, temporary, files);
    }

    /** Makes a set of the same datasets without a file. */
    static Path empty(Path directory, Path like) throws IOException {
        for (String dataset : datasets(like)) {
            Files.createDirectories(directory.resolve(dataset));
        }
        return Files.createDirectories(directory);
    }

    /** The datasets of a set. */
    static List<String> datasets(Path set) throws IOException {
        return FileTrees.list(set).stream()
                .filter(Files::isDirectory)
                .map(directory -> directory.getFileName().toString())
                .toList();
    }
}
