package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts files into ranges and packs ranges into tasks: a large file is read by several tasks, and one task reads many
 * small files. Ranges keep the order of the files, so that a task's trades are of few minutes.
 */
public final class RangePlan {
    /** Longest range: it is held in memory as a whole. */
    public static final long MAX_RANGE_BYTES = 8L << 20;

    private static final long MAX_TASK_BYTES = 32L << 20;
    private static final long MIN_TASK_BYTES = 1L << 20;
    private static final int TASKS_PER_CORE = 2;

    private RangePlan() {}

    /**
     * Tasks that cover all files.
     *
     * @param files in the order of their names
     * @param cores that work at once
     */
    public static List<ReadTask> tasks(List<InputFile> files, int cores) {
        long bytes = files.stream().mapToLong(InputFile::bytes).sum();
        long share = bytes / ((long) cores * TASKS_PER_CORE);
        return pack(cut(files, MAX_RANGE_BYTES), Math.max(MIN_TASK_BYTES, Math.min(MAX_TASK_BYTES, share)));
    }

    /** Ranges that cover one file. */
    public static List<FileRange> ranges(InputFile file) {
        return cut(List.of(file), MAX_RANGE_BYTES);
    }

    /** Ranges of at most a given length; an empty file, which cannot be, still gets one, so that it is noticed. */
    static List<FileRange> cut(List<InputFile> files, long maxRangeBytes) {
        List<FileRange> ranges = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            InputFile file = files.get(i);
            long start = 0;
            do {
                long end = Math.min(file.bytes(), start + maxRangeBytes);
                ranges.add(new FileRange(file, i, start, end));
                start = end;
            } while (start < file.bytes());
        }
        return ranges;
    }

    private static List<ReadTask> pack(List<FileRange> ranges, long taskBytes) {
        List<ReadTask> tasks = new ArrayList<>();
        List<FileRange> task = new ArrayList<>();
        long packed = 0;
        for (FileRange range : ranges) {
            task.add(range);
            packed += range.length();
            if (packed >= taskBytes) {
                tasks.add(new ReadTask(task));
                task.clear();
                packed = 0;
            }
        }
        if (!task.isEmpty()) {
            tasks.add(new ReadTask(task));
        }
        return tasks;
    }
}
