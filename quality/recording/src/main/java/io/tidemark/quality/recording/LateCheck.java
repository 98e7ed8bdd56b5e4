package io.tidemark.quality.recording;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;

/** Trades up to 40 minutes late: not in the live bars, counted, and right once a batch run has covered their minutes. */
final class LateCheck implements LayerCheck {
    private final Stack stack;
    private final Recording recording;
    private final Oracle oracle;
    private final PrintStream out;
    private final Hops hops;

    LateCheck(Stack stack, Recording recording, Oracle oracle, PrintStream out) {
        this.stack = stack;
        this.recording = recording;
        this.oracle = oracle;
        this.out = out;
        this.hops = new Hops(stack, out);
    }

    @Override
    public boolean run() throws PartFailed, IOException, InterruptedException, SQLException {
        stack.startStores();
        stack.startLanding();
        stack.startSpeed();
        stack.startFeed();
        long acknowledged = hops.awaitAcknowledged(hops.awaitSent());
        hops.awaitLanded(acknowledged);
        try (LiveLayer live = new LiveLayer(stack, hops)) {
            live.awaitAll(oracle.trades());
        }
        boolean counted = lateAreCounted(ServedBars.of(stack, recording));
        BatchRun.over(stack, out);
        boolean served = oracle.judge(ServedBars.of(stack, recording));
        try (Connection database = stack.connectAsReader()) {
            Report.print(Layers.of(database), out);
            Report.print(Reconciliation.of(database), out);
        }
        return counted && served;
    }

    /** Whether each minute's live bar lacks exactly the trades that were counted as late for it. */
    private boolean lateAreCounted(Map<BarKey, Bar> live) throws SQLException {
        Map<BarKey, Long> late;
        try (Connection database = stack.connectAsReader()) {
            late = ServedBars.lateTrades(database);
        }
        var minutes = new TreeSet<>(oracle.expected().keySet());
        minutes.addAll(live.keySet());
        minutes.addAll(late.keySet());
        long unexplained = minutes.stream()
                .filter(minute -> lacking(minute, live) != late.getOrDefault(minute, 0L))
                .count();
        long trades = late.values().stream().mapToLong(Long::longValue).sum();
        out.println("late trades");
        Report.line(out, "counted", trades);
        Report.line(out, "minutes", late.size());
        Report.line(out, "unexplained", unexplained);
        return trades > 0 && unexplained == 0;
    }

    private long lacking(BarKey minute, Map<BarKey, Bar> live) {
        Bar bar = live.get(minute);
        return oracle.trades(minute) - (bar == null ? 0 : bar.trades());
    }
}
