package io.tidemark.dashboard.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What processes take of the machine, as Linux counts it. */
final class ProcessUse {
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    /** Linux's unit for programs, whatever the kernel's own is. */
    private static final long TICKS_A_SECOND = 100;

    /** Time of all cores since the machine started, in clock ticks. */
    record Machine(long busy, long all) {
        /** Share of all cores that were busy since an earlier look, in percent. */
        double busySince(Machine before) {
            return 100.0 * (busy - before.busy) / Math.max(1, all - before.all);
        }
    }

    private ProcessUse() {}

    /** Processor time of a process, of those that it started, and of those among them that have ended. */
    static Duration cpu(ProcessHandle process) {
        long ticks = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessUse::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    }

    /** Of the process and of its children that are gone. */
    private static long ticks(ProcessHandle process) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")));
        } catch (IOException e) {
            // It has just ended; its parent tells of it.
            return 0;
        }
    }

    /** Fields 14 to 17 of a process's line: its own time and its ended children's, for itself and in the kernel. */
    static long ticks(String stat) {
        // The program's name comes second, in parentheses, and may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    /** Resident memory of a process, in MiB. */
    static double residentMebibytes(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }

    static Machine machine() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] ticks = lines.findFirst().orElseThrow().split("\\s+", -1);
            long all = 0;
            for (int i = 1; i < ticks.length; i++) {
                all += Long.parseLong(ticks[i]);
            }
            return new Machine(all - Long.parseLong(ticks[IDLE]) - Long.parseLong(ticks[WAITING]), all);
        }
    }
}
