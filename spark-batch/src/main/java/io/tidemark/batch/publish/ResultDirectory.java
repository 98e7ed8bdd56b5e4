package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Interval;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The results as files: {@code <dataset>/dt=<date>/} with Parquet and CSV side by side and the digest of what they were
 * computed from. A run writes below {@code _tmp/run-<id>} and its datasets are renamed into place once the database has
 * published it, so a reader of a dataset's date sees one run's files.
 */
public final class ResultDirectory {
    private static final String DIGEST_FILE = "_digest";
    private static final Pattern RUN = Pattern.compile("run-(\\d+)");

    private final Path root;

    public ResultDirectory(Path root) {
        this.root = root;
    }

    /** Where a run writes its files until they are published. */
    public Path temporary(long runId) {
        return root.resolve("_tmp").resolve("run-" + runId);
    }

    /** Whether every dataset of a date was computed from what the digest stands for. */
    public boolean isCurrent(LocalDate date, String digest) throws IOException {
        for (Interval interval : Interval.values()) {
            Path file = dataset(interval, date).resolve(DIGEST_FILE);
            try {
                if (!Files.readString(file, StandardCharsets.UTF_8).equals(digest)) {
                    return false;
                }
            } catch (NoSuchFileException absent) {
                return false;
            }
        }
        return true;
    }

    /** Replaces a date's datasets by files that the run has written, and removes its temporary directory. */
    public void publish(long runId, LocalDate date, String digest, List<PartFile> files) throws IOException {
        Path temporary = temporary(runId);
        for (Interval interval : Interval.values()) {
            Path assembled = Files.createDirectories(temporary.resolve(interval.dataset()));
            for (PartFile file : files) {
                if (file.dataset().equals(interval.dataset())) {
                    Files.move(temporary.resolve(file.temporaryName()), assembled.resolve(file.finalName()));
                }
            }
            Files.writeString(assembled.resolve(DIGEST_FILE), digest, StandardCharsets.UTF_8);
            replace(dataset(interval, date), assembled, temporary.resolve("old-" + interval.dataset()));
        }
        delete(temporary);
    }

    /** Removes what runs have left that are no longer under way. */
    public void collect(Set<Long> unfinishedRuns) throws IOException {
        for (Path directory : list(root.resolve("_tmp"))) {
            Matcher run = RUN.matcher(directory.getFileName().toString());
            if (run.matches() && !unfinishedRuns.contains(Long.valueOf(run.group(1)))) {
                delete(directory);
            }
        }
    }

    private Path dataset(Interval interval, LocalDate date) {
        return root.resolve(interval.dataset()).resolve(LandingLayout.dateDirectory(date));
    }

    private static void replace(Path target, Path assembled, Path old) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        if (Files.exists(target)) {
            Files.move(target, old);
        }
        Files.move(assembled, target);
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.sorted().toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(directory)) {
            walked.forEach(all::add);
        }
        all.sort(Comparator.reverseOrder());
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
