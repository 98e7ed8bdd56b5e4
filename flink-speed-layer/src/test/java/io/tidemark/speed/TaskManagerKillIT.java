package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.speed.fixture.FlinkCluster;
import io.tidemark.speed.fixture.SpeedStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job manager and a task manager as processes, the latter killed again and again while trades come. */
@SuppressWarnings("NullAway.Init")
class TaskManagerKillIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern COMPLETED = Pattern.compile("\"completed\":(\\d+)");

    @TempDir
    private Path directory;

    @Test
    void bars_are_whole_when_the_task_manager_is_killed_on_the_way() throws Exception {
        try (SpeedStage stage = SpeedStage.open(directory);
                FlinkCluster cluster = FlinkCluster.start(directory)) {
            String job = cluster.submit(stage.settings(), List.of(), List.of());
            int minute = 0;
            for (int kill = 0; kill < 2; kill++) {
                stage.trade(minute, ++minute);
                // A job that has not written anything has nothing to lose.
                stage.awaitBars(() -> {});
                awaitNewCheckpoint(cluster, job);
                stage.trade(minute, ++minute);
                cluster.killTaskManager();
                stage.trade(minute, ++minute);
            }
            stage.awaitBars(() -> assertThat(cluster.get("/jobs/" + job)).doesNotContain("\"state\":\"FAILED\""));
            assertThat(cluster.output()).contains("Restoring job " + job);
        }
    }

    /**
     * So that each kill goes back to a checkpoint that knows what was written: of two that complete from now on, the second
     * began from now on, too.
     */
    private static void awaitNewCheckpoint(FlinkCluster cluster, String job) throws Exception {
        long before = completedCheckpoints(cluster, job);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(completedCheckpoints(cluster, job))
                .isGreaterThanOrEqualTo(before + 2));
    }

    private static long completedCheckpoints(FlinkCluster cluster, String job) throws Exception {
        String checkpoints = cluster.get("/jobs/" + job + "/checkpoints");
        Matcher completed = COMPLETED.matcher(checkpoints);
        assertThat(completed.find()).as(checkpoints).isTrue();
        return Long.parseLong(completed.group(1));
    }
}
