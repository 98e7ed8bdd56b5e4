package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.speed.fixture.FlinkCluster;
import io.tidemark.speed.fixture.SpeedStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job manager and a task manager as processes, the latter killed again and again while trades come. */
@SuppressWarnings("NullAway.Init")
class TaskManagerKillIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
                awaitCheckpoint(cluster, job, kill);
                stage.trade(minute, ++minute);
                cluster.killTaskManager();
                stage.trade(minute, ++minute);
            }
            stage.awaitBars(() -> assertThat(cluster.get("/jobs/" + job)).doesNotContain("\"state\":\"FAILED\""));
            assertThat(cluster.output()).contains("Restoring job " + job);
        }
    }

    /** So that each kill goes back to a checkpoint that knows what was written. */
    private static void awaitCheckpoint(FlinkCluster cluster, String job, int kill) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(cluster.get("/jobs/" + job + "/checkpoints"))
                .as("kill %s", kill)
                .containsPattern("\"completed\":[1-9]"));
    }
}
