package io.tidemark.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @Test
    void an_earlier_runs_directory_is_emptied(@TempDir Path parent) throws Exception {
        Path run = RunDirectory.fresh(parent.resolve("run"));
        Files.createDirectories(run.resolve("logs"));
        Files.writeString(run.resolve("logs").resolve("a.log"), "old");
        RunDirectory.fresh(run);
        assertThat(run.resolve("logs")).doesNotExist();
    }

    @Test
    void what_no_run_wrote_is_never_deleted(@TempDir Path parent) throws Exception {
        Path mine = Files.createDirectories(parent.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "precious");
        assertThatThrownBy(() -> RunDirectory.fresh(mine))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no earlier run wrote");
        assertThat(mine.resolve("thesis.txt")).exists();
    }
}
