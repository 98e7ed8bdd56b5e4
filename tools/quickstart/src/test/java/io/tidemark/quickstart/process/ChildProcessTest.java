package io.tidemark.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @Test
    void a_failure_tells_the_exit_code_and_the_end_of_the_log(@TempDir Path directory) throws Exception {
        ChildProcess part = start(directory, "echo starting; echo 'port is taken'; exit 3");
        part.waitFor();
        assertThat(part.failure())
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("port is taken")
                .hasMessageContaining("part.log");
    }

    @Test
    void waiting_for_a_part_that_ended_fails_at_once(@TempDir Path directory) throws Exception {
        ChildProcess part = start(directory, "exit 1");
        part.waitFor();
        assertThatThrownBy(() -> new HttpProbe().awaitReady(part, "http://127.0.0.1:1/", Duration.ofHours(1)))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("exit code 1");
    }

    @Test
    void a_part_that_does_not_listen_to_reason_is_killed(@TempDir Path directory) throws Exception {
        ChildProcess part = start(directory, "trap '' TERM; while true; do sleep 0.1; done");
        part.stop(Duration.ofMillis(200));
        part.waitFor();
        assertThat(part.isAlive()).isFalse();
    }

    @Test
    void the_environment_reaches_the_part(@TempDir Path directory) throws Exception {
        ChildProcess part = start(directory, "test \"$GREETING\" = hello");
        assertThat(part.waitFor()).isZero();
    }

    private static ChildProcess start(Path directory, String script) throws Exception {
        var command = new Command("part", "a test", List.of("sh", "-c", script), Map.of("GREETING", "hello"));
        return ChildProcess.start(command, directory, directory);
    }
}
