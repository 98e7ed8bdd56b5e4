package io.tidemark.quality.recording;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Locale;

/** The speed layer alone, on a real job manager and task manager; with chaos, the latter is killed on the way. */
final class SpeedCheck implements LayerCheck {
    /** Shares of the day's trades after which the task manager is killed. */
    private static final double[] KILLED_AT = {0.2, 0.45, 0.7};

    private final Stack stack;
    private final Recording recording;
    private final Oracle oracle;
    private final boolean chaos;
    private final PrintStream out;
    private final Hops hops;

    SpeedCheck(Stack stack, Recording recording, Oracle oracle, boolean chaos, PrintStream out) {
        this.stack = stack;
        this.recording = recording;
        this.oracle = oracle;
        this.chaos = chaos;
        this.out = out;
        this.hops = new Hops(stack, out);
    }

    @Override
    public boolean run() throws PartFailed, IOException, InterruptedException, SQLException {
        stack.startStores();
        stack.startSpeedCluster();
        stack.startFeed();
        try (LiveLayer live = new LiveLayer(stack, hops)) {
            if (chaos) {
                killOnTheWay(live);
            }
            long sent = hops.awaitSent();
            long acknowledged = hops.awaitAcknowledged(sent);
            live.awaitAll(oracle.trades());
            Report.line(out, "in the file", recording.trades());
            Report.line(out, "sent", sent);
            Report.line(out, "acknowledged", acknowledged);
            Report.line(out, "frames diverted", hops.repeatedFrames());
            return oracle.judge(ServedBars.of(stack, recording)) && acknowledged == recording.trades();
        }
    }

    private void killOnTheWay(LiveLayer live) throws PartFailed, IOException, InterruptedException, SQLException {
        for (double share : KILLED_AT) {
            long goal = Math.round(share * oracle.trades());
            hops.await("live, task manager killed with -9", live::trades, reached -> reached >= goal);
            long begin = System.nanoTime();
            stack.killTaskManager();
            stack.startTaskManager();
            out.println(String.format(Locale.ROOT, "  a new one started, %.1f s", (System.nanoTime() - begin) / 1e9));
        }
    }
}
