package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.landing.InputFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RangePlanTest {
    private static final long MB = 1 << 20;

    private static InputFile file(long bytes) {
        return new InputFile("/landing", "f" + bytes, "tmp", 1, bytes, 0, 0, 0, 0, 1, 0);
    }

    private static List<InputFile> files(long... bytes) {
        return Arrays.stream(bytes).mapToObj(RangePlanTest::file).toList();
    }

    private static List<Long> taskBytes(List<ReadTask> tasks) {
        return tasks.stream()
                .map(task -> task.ranges().stream().mapToLong(FileRange::length).sum())
                .toList();
    }

    @Test
    void many_small_files_are_read_by_one_task() {
        List<ReadTask> tasks = RangePlan.tasks(files(1000, 2000, 3000), 2);
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).ranges()).extracting(FileRange::fileIndex).containsExactly(0, 1, 2);
    }

    @Test
    void a_large_file_is_cut_into_ranges_that_follow_each_other() {
        List<FileRange> ranges = RangePlan.cut(files(20 * MB + 5), 8 * MB);
        assertThat(ranges).extracting(FileRange::start).containsExactly(0L, 8 * MB, 16 * MB);
        assertThat(ranges).extracting(FileRange::end).containsExactly(8 * MB, 16 * MB, 20 * MB + 5);
    }

    @Test
    void a_days_files_keep_all_cores_busy_with_tasks_of_bounded_size() {
        assertThat(taskBytes(RangePlan.tasks(files(16 * MB, 16 * MB), 2))).containsOnly(8 * MB);
        assertThat(taskBytes(RangePlan.tasks(files(600 * MB), 2))).hasSize(19).allMatch(bytes -> bytes <= 32 * MB);
    }

    @Test
    void an_empty_file_is_still_looked_at() {
        assertThat(Stream.of(RangePlan.tasks(files(0), 2)).flatMap(List::stream))
                .hasSize(1);
    }
}
