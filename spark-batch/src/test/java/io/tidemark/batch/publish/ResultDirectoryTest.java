package io.tidemark.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ResultDirectoryTest {
    private static final LocalDate DATE = LocalDate.parse("2013-10-07");

    @TempDir
    private Path root;

    private ResultDirectory results;

    @BeforeEach
    void newDirectory() {
        results = new ResultDirectory(root);
    }

    private PartFile write(long run, long attempt, String content) throws IOException {
        var file = new PartFile("bars_1m", 3, attempt, "csv");
        Files.createDirectories(results.temporary(run));
        Files.writeString(results.temporary(run).resolve(file.temporaryName()), content);
        return file;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walked = Files.walk(root)) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.endsWith("_digest"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_published_run_replaces_the_files_of_the_date_and_leaves_nothing_behind() throws IOException {
        results.publish(1, DATE, "one", List.of(write(1, 0, "old")));
        assertThat(results.isCurrent(DATE, "one")).isTrue();
        results.publish(2, DATE, "two", List.of(write(2, 0, "new")));

        assertThat(files()).containsExactly("bars_1m/dt=2013-10-07/part-0003.csv");
        assertThat(root.resolve("bars_1m/dt=2013-10-07/part-0003.csv")).hasContent("new");
        assertThat(results.isCurrent(DATE, "one")).isFalse();
        assertThat(results.isCurrent(DATE, "two")).isTrue();
    }

    @Test
    void files_of_attempts_that_failed_are_not_published() throws IOException {
        write(1, 7, "half");
        results.publish(1, DATE, "one", List.of(write(1, 8, "whole")));
        assertThat(files()).containsExactly("bars_1m/dt=2013-10-07/part-0003.csv");
        assertThat(root.resolve("bars_1m/dt=2013-10-07/part-0003.csv")).hasContent("whole");
    }

    @Test
    void what_ended_runs_have_left_is_collected_and_what_is_under_way_is_not() throws IOException {
        write(1, 0, "dead");
        write(2, 0, "alive");
        results.collect(Set.of(2L));
        assertThat(files()).containsExactly("_tmp/run-2/bars_1m-part-0003-attempt-0.csv");
    }

    @Test
    void a_date_that_was_never_published_is_not_current() throws IOException {
        assertThat(results.isCurrent(DATE, "one")).isFalse();
    }
}
