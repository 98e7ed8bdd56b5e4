package io.tidemark.dashboard.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Processor time since it was made, by whom it was taken. One core for all of the time is 100 %. */
final class Effort {
    private final Optional<ProcessHandle> dashboard;
    private final ProcessHandle database;
    private final Duration dashboardBefore;
    private final Duration databaseBefore;
    private final Duration ownBefore;
    private final ProcessUse.Machine machineBefore;
    private final long begin = System.nanoTime();

    Effort(Optional<ProcessHandle> dashboard, ProcessHandle database) throws IOException {
        this.dashboard = dashboard;
        this.database = database;
        this.dashboardBefore = page();
        this.databaseBefore = ProcessUse.cpu(database);
        this.ownBefore = own();
        this.machineBefore = ProcessUse.machine();
    }

    /** This program with its browser, without the dashboard, which it has started too. */
    private Duration own() {
        return ProcessUse.cpu(ProcessHandle.current()).minus(page());
    }

    private Duration page() {
        return dashboard.map(ProcessUse::cpu).orElse(Duration.ZERO);
    }

    /** For people. What others take of the machine is told, too, because everything is slower for it. */
    String describe() throws IOException {
        double page = percent(page().minus(dashboardBefore));
        double rows = percent(ProcessUse.cpu(database).minus(databaseBefore));
        double mine = percent(own().minus(ownBefore));
        int cores = Runtime.getRuntime().availableProcessors();
        double all = cores * ProcessUse.machine().busySince(machineBefore);
        return String.format(
                Locale.ROOT,
                "of one core: dashboard %.1f %%, database %.1f %%, this program %.1f %%, others on the machine %.0f %% (of %d"
                        + " cores %.0f %% idle)",
                page,
                rows,
                mine,
                Math.max(0, all - page - rows - mine),
                cores,
                Math.max(0, 100.0 * cores - all));
    }

    private double percent(Duration cpu) {
        return 100.0 * cpu.toNanos() / (System.nanoTime() - begin);
    }
}
