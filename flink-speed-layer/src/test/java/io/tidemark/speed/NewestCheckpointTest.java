package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class NewestCheckpointTest {
    @TempDir
    private Path directory;

    private Path checkpoint(String job, int number, long writtenAt) throws IOException {
        Path checkpoint = Files.createDirectories(directory.resolve(job).resolve("chk-" + number));
        Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "m");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(writtenAt));
        return checkpoint;
    }

    @Test
    void without_a_checkpoint_there_is_none() throws IOException {
        assertThat(NewestCheckpoint.in(directory.toString())).isEmpty();
        assertThat(NewestCheckpoint.in(directory.resolve("absent").toString())).isEmpty();
    }

    @Test
    void the_newest_of_any_job_counts() throws IOException {
        checkpoint("a", 90, 1_000);
        Path newest = checkpoint("b", 3, 2_000);
        assertThat(NewestCheckpoint.in(directory.toString())).contains(newest);
        assertThat(NewestCheckpoint.in(directory.toUri().toString())).contains(newest);
    }

    @Test
    void one_without_metadata_is_not_complete() throws IOException {
        Path complete = checkpoint("a", 1, 1_000);
        Files.createDirectories(directory.resolve("a/chk-2"));
        assertThat(NewestCheckpoint.in(directory.toString())).contains(complete);
    }
}
