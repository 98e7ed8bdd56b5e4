package io.tidemark.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void a_known_fault_is_found_below_sparks_own_exceptions() {
        var failure = new SparkException("Job aborted due to stage failure", new IOException("file x is short"));
        assertThat(Faults.message(failure)).isEqualTo("file x is short");
        assertThat(Faults.isExpected(failure)).isTrue();
    }

    @Test
    void of_an_unknown_fault_the_innermost_cause_is_told_with_its_kind() {
        var failure = new SparkException("Job aborted", new IllegalStateException("odd"));
        assertThat(Faults.message(failure)).isEqualTo("java.lang.IllegalStateException: odd");
        assertThat(Faults.isExpected(failure)).isFalse();
    }
}
