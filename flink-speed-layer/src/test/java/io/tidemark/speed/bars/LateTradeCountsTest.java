package io.tidemark.speed.bars;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class LateTradeCountsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, LateTrades, LateTrades> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LateTrades, LateTrades> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LateTradeCounts()), LateTrades::symbol, Types.STRING);
    }

    private void late(String symbol, long minute, long trades) throws Exception {
        harness.processElement(new StreamRecord<>(new LateTrades(symbol, MINUTE + minute * 60_000, trades)));
    }

    private List<Long> totals() {
        return harness.extractOutputValues().stream().map(LateTrades::trades).toList();
    }

    @Test
    void totals_are_kept_by_symbol_and_minute() throws Exception {
        late("AAPL", 0, 1);
        late("AAPL", 0, 3);
        late("AAPL", 1, 1);
        late("IBM", 0, 2);
        late("AAPL", 0, 1);
        assertThat(totals()).containsExactly(1L, 4L, 1L, 2L, 5L);
    }

    @Test
    void a_count_goes_on_after_a_restart() throws Exception {
        late("AAPL", 0, 2);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        late("AAPL", 0, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        late("AAPL", 0, 1);
        assertThat(totals()).containsExactly(3L);
    }

    @Test
    void a_count_does_not_stay_for_ever() throws Exception {
        late("AAPL", 0, 2);
        harness.setStateTtlProcessingTime(LateTradeCounts.KEPT_FOR.toMillis() + 1);
        late("AAPL", 0, 1);
        assertThat(totals()).containsExactly(2L, 1L);
    }
}
