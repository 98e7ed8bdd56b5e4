package io.tidemark.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ResultDirectoryTest {
    private static final LocalDate DATE = LocalDate.of(2013, 10, 7);
    private static final LocalDate NEXT = LocalDate.of(2013, 10, 8);

    @TempDir
    private Path root;

    private ResultDirectory results;

    @BeforeEach
    void newDirectory() {
        results = new ResultDirectory(root);
    }

    private static PartFile write(Path directory, String dataset, long attempt, String content) throws IOException {
        var file = new PartFile(dataset, 3, attempt, "csv");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(file.temporaryName()), content);
        return file;
    }

    private PartFile write(long run, long attempt, String content) throws IOException {
        return write(results.temporary(run), "bars_1m", attempt, content);
    }

    private void publish(long run, LocalDate date, String content) throws IOException {
        List<PartFile> files =
                List.of(write(run, 0, content), write(results.temporary(run), "movers", 0, content + " history"));
        results.publish(run, date, content, files, Map.of());
    }

    /** What a reader of the datasets finds, without looking below names that begin with an underscore. */
    private List<String> visible() throws IOException {
        try (Stream<Path> walked = Files.walk(root, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.contains("_dates") && !name.contains("_runs"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> sets() throws IOException {
        return FileTrees.list(root.resolve("_runs")).stream()
                .map(run -> run.getFileName().toString())
                .toList();
    }

    @Test
    void a_published_run_replaces_the_files_of_the_date() throws IOException {
        results.publish(1, DATE, "one", List.of(write(1, 0, "old")), Map.of());
        assertThat(results.isCurrent(DATE, "one")).isTrue();
        results.publish(2, DATE, "two", List.of(write(2, 0, "new")), Map.of());

        assertThat(visible()).containsExactly("bars_1m/dt=2013-10-07/part-0003.csv");
        assertThat(root.resolve("bars_1m/dt=2013-10-07/part-0003.csv")).hasContent("new");
        assertThat(results.isCurrent(DATE, "one")).isFalse();
        assertThat(results.isCurrent(DATE, "two")).isTrue();
    }

    @Test
    void a_set_that_a_reader_has_resolved_stays_for_one_more_publication() throws IOException {
        publish(1, DATE, "one");
        Path set = root.resolve("_dates/dt=2013-10-07").toRealPath();
        publish(2, DATE, "two");
        assertThat(set.resolve("bars_1m/part-0003.csv")).hasContent("one");

        publish(3, DATE, "three");
        assertThat(set).doesNotExist();
        assertThat(sets()).containsExactly("run-2", "run-3");
    }

    @Test
    void files_of_attempts_that_failed_are_not_published() throws IOException {
        write(1, 7, "half");
        results.publish(1, DATE, "one", List.of(write(1, 8, "whole")), Map.of());
        assertThat(visible()).containsExactly("bars_1m/dt=2013-10-07/part-0003.csv");
        assertThat(root.resolve("bars_1m/dt=2013-10-07/part-0003.csv")).hasContent("whole");
    }

    @Test
    void a_later_date_gets_the_datasets_that_depend_on_this_one_and_keeps_the_others() throws IOException {
        publish(1, DATE, "one");
        publish(2, NEXT, "two");
        PartFile changed = write(results.temporary(3, NEXT), "movers", 0, "changed");
        results.publish(3, DATE, "three", List.of(write(3, 0, "late")), Map.of(NEXT, List.of(changed)));

        assertThat(root.resolve("movers/dt=2013-10-08/part-0003.csv")).hasContent("changed");
        assertThat(root.resolve("bars_1m/dt=2013-10-08/part-0003.csv")).hasContent("two");
        assertThat(results.isCurrent(NEXT, "two")).isTrue();
        assertThat(results.isCurrent(DATE, "three")).isTrue();
    }

    @Test
    void a_later_date_without_files_is_left_to_the_run_that_makes_them() throws IOException {
        PartFile changed = write(results.temporary(1, NEXT), "movers", 0, "changed");
        results.publish(1, DATE, "one", List.of(write(1, 0, "late")), Map.of(NEXT, List.of(changed)));
        assertThat(visible()).containsExactly("bars_1m/dt=2013-10-07/part-0003.csv");
    }

    @Test
    void a_date_is_not_current_when_one_of_its_datasets_cannot_be_reached() throws IOException {
        publish(1, DATE, "one");
        FileTrees.delete(root.resolve("movers"));
        assertThat(results.isCurrent(DATE, "one")).isFalse();
        publish(2, DATE, "one");
        assertThat(results.isCurrent(DATE, "one")).isTrue();
    }

    @Test
    void a_directory_of_an_older_version_gives_way_to_the_set() throws IOException {
        Files.createDirectories(root.resolve("bars_1m/dt=2013-10-07"));
        Files.writeString(root.resolve("bars_1m/dt=2013-10-07/part-0000.csv"), "old");
        publish(1, DATE, "one");
        assertThat(visible())
                .containsExactly("bars_1m/dt=2013-10-07/part-0003.csv", "movers/dt=2013-10-07/part-0003.csv");
    }

    @Test
    void what_ended_runs_have_left_is_collected_and_what_is_under_way_is_not() throws IOException {
        write(1, 0, "dead");
        write(2, 0, "alive");
        results.collect(Set.of(2L));
        assertThat(visible()).containsExactly("_tmp/run-2/bars_1m-part-0003-attempt-0.csv");
    }

    @Test
    void a_date_that_was_never_published_is_not_current() throws IOException {
        assertThat(results.isCurrent(DATE, "one")).isFalse();
    }
}
