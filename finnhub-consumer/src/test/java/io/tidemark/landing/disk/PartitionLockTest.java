package io.tidemark.landing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartitionLockTest {

    @Test
    void a_lock_is_held_by_one_until_it_is_closed(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("trades-0");
        try (PartitionLock held = PartitionLock.tryAcquire(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PartitionLock.tryAcquire(file)).isEmpty();
        }
        try (PartitionLock again = PartitionLock.tryAcquire(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void a_bypassed_lock_asks_nobody(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("trades-0");
        try (PartitionLock held = PartitionLock.tryAcquire(file).orElseThrow();
                PartitionLock bypassed = PartitionLock.bypassed(file)) {
            assertThat(held).isNotSameAs(bypassed);
        }
    }
}
