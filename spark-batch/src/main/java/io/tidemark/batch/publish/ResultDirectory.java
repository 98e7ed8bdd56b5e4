package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Interval;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The results as files: {@code <dataset>/dt=<date>/} with Parquet and CSV side by side.
 *
 * <p>All datasets of a date are one set, which a run writes below {@code _tmp/run-<id>}, puts into
 * {@code _runs/run-<id>/dt=<date>/<dataset>/} and publishes by one atomic step: {@code _dates/dt=<date>} is a symbolic link
 * to the set that holds, and {@code <dataset>/dt=<date>} one to the dataset below it. Hence a crash leaves the old set or the
 * new one. A reader that wants several files to be of one set resolves {@code _dates/dt=<date>} once and reads below
 * what it gets: a set stays until the date has been published twice more.
 *
 * <p>Runs that publish at the same time are kept apart by the database's lock on the history, not here.
 */
public final class ResultDirectory {
    private static final String DIGEST_FILE = "_digest";
    private static final String RUNS = "_runs";
    private static final String DATES = "_dates";
    private static final Pattern RUN = Pattern.compile("run-(\\d+)");

    private final Path root;

    public ResultDirectory(Path root) {
        this.root = root;
    }

    /** The directory. */
    public Path root() {
        return root;
    }

    /** Where a run writes its date's files until they are published. */
    public Path temporary(long runId) {
        return root.resolve("_tmp").resolve(run(runId));
    }

    /** Where a run writes the files that it replaces of a later date. */
    public Path temporary(long runId, LocalDate later) {
        return temporary(runId).resolve(LandingLayout.dateDirectory(later));
    }

    /** Whether the date's set was computed from what the digest stands for, and every dataset of it can be reached. */
    public boolean isCurrent(LocalDate date, String digest) throws IOException {
        Path set = set(date);
        try {
            if (!Files.readString(set.resolve(DIGEST_FILE), StandardCharsets.UTF_8)
                    .equals(digest)) {
                return false;
            }
        } catch (NoSuchFileException absent) {
            return false;
        }
        for (String dataset : ResultSet.datasets(set)) {
            Path link = link(dataset, date);
            if (!Files.isDirectory(link) || !Files.isSameFile(link, set.resolve(dataset))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Replaces a date's set by files that the run has written, and in the sets of later dates the datasets that depend on
     * this date. The later dates come first: should the process die in between, this date is not current and the next run
     * does all of it again. Removes the run's temporary directory.
     *
     * @param digest what the date was computed from
     * @param files of the date, in {@link #temporary(long)}
     * @param later files by later date, in {@link #temporary(long, LocalDate)}; a date that has no set is left out, since
     *     the run that makes it one will write these too
     */
    public void publish(
            long runId, LocalDate date, String digest, List<PartFile> files, Map<LocalDate, List<PartFile>> later)
            throws IOException {
        Map<LocalDate, Path> sets = new TreeMap<>();
        for (var entry : later.entrySet()) {
            Path old = set(entry.getKey());
            if (Files.exists(old.resolve(DIGEST_FILE))) {
                Path made = newSet(runId, entry.getKey());
                ResultSet.changed(made, old.toRealPath(), temporary(runId, entry.getKey()), entry.getValue());
                sets.put(entry.getKey(), made);
            }
        }
        Path made = newSet(runId, date);
        for (Interval interval : Interval.values()) {
            // A date without bars still has their datasets.
            Files.createDirectories(made.resolve(interval.dataset()));
        }
        ResultSet.of(made, temporary(runId), files);
        Files.writeString(made.resolve(DIGEST_FILE), digest, StandardCharsets.UTF_8);
        for (var entry : sets.entrySet()) {
            flip(entry.getKey(), entry.getValue());
        }
        flip(date, made);
        FileTrees.delete(temporary(runId));
    }

    /** Removes what runs have left that are no longer under way. */
    public void collect(Set<Long> unfinishedRuns) throws IOException {
        for (Path directory : FileTrees.list(root.resolve("_tmp"))) {
            Matcher run = RUN.matcher(directory.getFileName().toString());
            if (run.matches() && !unfinishedRuns.contains(Long.valueOf(run.group(1)))) {
                FileTrees.delete(directory);
            }
        }
    }

    private Path newSet(long runId, LocalDate date) throws IOException {
        Path directory = root.resolve(RUNS).resolve(run(runId)).resolve(LandingLayout.dateDirectory(date));
        // Left by this very run when its publication was interrupted and is repeated.
        FileTrees.delete(directory);
        return Files.createDirectories(directory);
    }

    /** Makes a set the one that holds for the date, in one atomic step. */
    private void flip(LocalDate date, Path made) throws IOException {
        Path link = set(date);
        boolean first = !Files.exists(link);
        if (first) {
            // A new date's datasets all appear at once, too: until the flip they are there and empty.
            point(link, ResultSet.empty(root.resolve(RUNS).resolve("none").resolve(link.getFileName()), made));
        }
        Path before = link.toRealPath();
        if (first) {
            linkDatasets(date, made);
        }
        point(link, made);
        linkDatasets(date, made);
        collectSets(link.getFileName().toString(), Set.of(before, made.toRealPath()));
    }

    private void point(Path link, Path target) throws IOException {
        Files.createDirectories(link.resolveSibling(""));
        Path temporary = link.resolveSibling("." + link.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createSymbolicLink(temporary, link.resolveSibling("").relativize(target));
        FileTrees.renameOver(temporary, link);
    }

    private void linkDatasets(LocalDate date, Path made) throws IOException {
        for (String dataset : ResultSet.datasets(made)) {
            Path link = link(dataset, date);
            Path target = Path.of("..", DATES, LandingLayout.dateDirectory(date), dataset);
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
                continue;
            }
            FileTrees.delete(link);
            Files.createDirectories(link.resolveSibling(""));
            Files.createSymbolicLink(link, target);
        }
    }

    /** Removes the date's sets but the one that holds and the one before, which readers may still have open. */
    private void collectSets(String date, Set<Path> kept) throws IOException {
        for (Path run : FileTrees.list(root.resolve(RUNS))) {
            Path old = run.resolve(date);
            if (Files.isDirectory(old) && !kept.contains(old.toRealPath())) {
                FileTrees.delete(old);
            }
            if (FileTrees.list(run).isEmpty()) {
                Files.deleteIfExists(run);
            }
        }
    }

    private Path set(LocalDate date) {
        return root.resolve(DATES).resolve(LandingLayout.dateDirectory(date));
    }

    private Path link(String dataset, LocalDate date) {
        return root.resolve(dataset).resolve(LandingLayout.dateDirectory(date));
    }

    private static String run(long runId) {
        return "run-" + runId;
    }
}
