package io.tidemark.quality.recording;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;

/** Both layers: landing stops in the middle of the day, so that the batch covers a part of it and the rest is live. */
final class ServedCheck implements LayerCheck {
    private static final double LANDED = 0.45;

    private final Stack stack;
    private final Recording recording;
    private final Oracle oracle;
    private final PrintStream out;
    private final Hops hops;

    ServedCheck(Stack stack, Recording recording, Oracle oracle, PrintStream out) {
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
        long half = Math.round(LANDED * recording.trades());
        hops.await("landed, landing stopped", hops::landed, reached -> reached >= half);
        stack.stop("finnhub-consumer");
        try (LiveLayer live = new LiveLayer(stack, hops)) {
            hops.awaitAcknowledged(hops.awaitSent());
            live.awaitAll(oracle.trades());
        }
        BatchRun.over(stack, out);
        boolean equal = oracle.judge(ServedBars.of(stack, recording));
        try (Connection database = stack.connectAsReader()) {
            Layers layers = Layers.of(database);
            Reconciliation reconciliation = Reconciliation.of(database);
            Report.print(layers, out);
            Report.print(reconciliation, out);
            return equal && layers.both() && layers.twice() == 0 && reconciliation.allEqual();
        }
    }
}
