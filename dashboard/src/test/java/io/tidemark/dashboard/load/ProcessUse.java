package io.tidemark.dashboard.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What processes take of the machine, as Linux counts it. */
final class ProcessUse {
    private static final int IDLE = 4;
    private static final int WAITING = 5;

    /** Time of all cores since the machine started, in clock ticks. */
    record Machine(long busy, long all) {
        /** Share of all cores that were busy since an earlier look, in percent. */
        double busySince(Machine before) {
            return 100.0 * (busy - before.busy) / Math.max(1, all - before.all);
        }
    }

    private ProcessUse() {}

    /** Processor time of a process and of those that it started and that still run. */
    static Duration cpu(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
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
