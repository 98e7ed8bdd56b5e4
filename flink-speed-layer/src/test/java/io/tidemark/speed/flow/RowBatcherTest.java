package io.tidemark.speed.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class RowBatcherTest {
    /** A row: its first character is its key. */
    private OneInputStreamOperatorTestHarness<String, List<String>> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new RowBatcher<>(
                (one, other) -> Character.compare(one.charAt(0), other.charAt(0)), Duration.ofMillis(20), 3));
        harness.setup(new ListSerializer<>(StringSerializer.INSTANCE));
        harness.open();
        harness.setProcessingTime(0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void add(String... rows) throws Exception {
        for (String row : rows) {
            harness.processElement(new StreamRecord<>(row));
        }
    }

    @Test
    void a_batch_has_each_key_once_with_its_newest_row_in_order() throws Exception {
        add("b1", "a1", "b2", "a2", "b3");
        harness.setProcessingTime(20);
        assertThat(harness.extractOutputValues()).containsExactly(List.of("a2", "b3"));
    }

    @Test
    void a_full_batch_leaves_at_once() throws Exception {
        add("c1", "b1", "a1", "a2");
        assertThat(harness.extractOutputValues()).containsExactly(List.of("a1", "b1", "c1"));
        harness.setProcessingTime(20);
        assertThat(harness.extractOutputValues()).containsExactly(List.of("a1", "b1", "c1"), List.of("a2"));
    }

    @Test
    void a_checkpoint_leaves_nothing_behind_and_makes_no_empty_batch() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        add("a1");
        harness.prepareSnapshotPreBarrier(2);
        harness.setProcessingTime(20);
        assertThat(harness.extractOutputValues()).containsExactly(List.of("a1"));
    }
}
