package io.tidemark.batch.job;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Says now and then how far the current stage is, so that long work does not look like none. */
final class TaskProgress extends SparkListener {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final PrintWriter out;
    private Instant nextLine;
    private int tasks;
    private int done;

    TaskProgress(InstantSource clock, PrintWriter out) {
        this.clock = clock;
        this.out = out;
        this.nextLine = clock.instant().plus(PERIOD);
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        tasks = submitted.stageInfo().numTasks();
        done = 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd ended) {
        done++;
        Instant now = clock.instant();
        if (!now.isBefore(nextLine)) {
            nextLine = now.plus(PERIOD);
            String work = ended.taskType().equals("ResultTask") ? "merging and writing" : "reading";
            out.println("  " + work + ": " + done + " of " + tasks + " tasks done");
            out.flush();
        }
    }
}
