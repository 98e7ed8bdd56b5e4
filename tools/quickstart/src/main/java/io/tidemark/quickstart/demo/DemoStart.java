package io.tidemark.quickstart.demo;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;

/** The order in which the demo's parts start. */
public final class DemoStart {
    private DemoStart() {}

    /**
     * Starts everything but the first batch run, which begins when something has landed.
     *
     * @throws PartFailed when a part does not come up
     */
    public static void start(Stack stack, BatchLoop batches) throws PartFailed, IOException, InterruptedException {
        stack.startStores();
        stack.startFeed();
        stack.startNews();
        stack.startSpeed();
        stack.startLanding();
        batches.start();
        stack.startDashboard();
    }
}
