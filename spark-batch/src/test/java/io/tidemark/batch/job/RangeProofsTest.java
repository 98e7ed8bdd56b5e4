package io.tidemark.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.parse.RangeProof;
import org.junit.jupiter.api.Test;

class RangeProofsTest {
    private static final RangeProof FIRST = new RangeProof(0, 0, 100, 1, 10);
    private static final RangeProof SECOND = new RangeProof(0, 100, 50, 2, 5);

    @Test
    void a_task_that_is_run_again_counts_once() {
        var driver = new RangeProofs();
        var attempt = new RangeProofs();
        attempt.add(FIRST);
        driver.merge(attempt);
        driver.merge(attempt.copy());
        driver.add(SECOND);
        assertThat(driver.value()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_reset_copy_is_empty_as_spark_demands() {
        var proofs = new RangeProofs();
        proofs.add(FIRST);
        assertThat(proofs.isZero()).isFalse();
        assertThat(proofs.copyAndReset().isZero()).isTrue();
    }
}
