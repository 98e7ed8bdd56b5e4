package io.tidemark.simulator.fault;

import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things to whole connections, at once or again and again. */
public final class ConnectionFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionFaults.class);
    private static final double MS_PER_SECOND = 1000;

    private final Sessions sessions;
    private final GroundTruth truth;
    private final ScheduledExecutorService timer;
    private final List<Future<?>> schedules = new ArrayList<>();

    /**
     * Faults of all connections.
     *
     * @param sessions the connections
     * @param truth counts the connections that were hit
     * @param timer runs what is repeated
     */
    public ConnectionFaults(Sessions sessions, GroundTruth truth, ScheduledExecutorService timer) {
        this.sessions = sessions;
        this.truth = truth;
        this.timer = timer;
    }

    /** Ends all connections after what is under way has been sent. */
    public void drop() {
        count("drop", sessions.dropAll());
    }

    /** Cuts all connections at once. */
    public void reset() {
        count("reset", sessions.resetAll());
    }

    /** Leaves all connections half open. */
    public void halfOpen() {
        count("halfOpen", sessions.freezeAll());
    }

    /** Sends nothing for a time. */
    public void silence(double seconds) {
        count("silence", sessions.silenceAll(Math.round(seconds * MS_PER_SECOND)));
    }

    private void count(String fault, int connections) {
        LOG.info("fault {}: {} connections", fault, connections);
        for (int i = 0; i < connections; i++) {
            truth.injected(fault);
        }
    }

    /** Repeats what the plan says, and nothing else any more. */
    public synchronized void schedule(FaultPlan plan) {
        schedules.forEach(schedule -> schedule.cancel(false));
        schedules.clear();
        FaultPlan.Drop drop = plan.drop();
        if (drop != null) {
            repeat(drop.everySeconds(), drop.reset() ? this::reset : this::drop);
        }
        FaultPlan.Silence silence = plan.silence();
        if (silence != null) {
            repeat(silence.everySeconds(), () -> silence(silence.seconds()));
        }
    }

    private void repeat(double everySeconds, Runnable what) {
        long ms = Math.max(1, Math.round(everySeconds * MS_PER_SECOND));
        schedules.add(timer.scheduleAtFixedRate(what, ms, ms, TimeUnit.MILLISECONDS));
    }
}
