package io.tidemark.speed.price;

import static io.tidemark.speed.fixture.TestTrade.MINUTE;
import static io.tidemark.speed.fixture.TestTrade.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.bars.PartialBar;
import io.tidemark.speed.trade.IncomingTrade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class LastPricesTest {
    private static final long DAY_MS = 86_400_000;

    private KeyedOneInputStreamOperatorTestHarness<String, PartialBar, LastPrice> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LastPrices(Duration.ofMillis(250))),
                partial -> partial.symbol,
                Types.STRING);
        harness.open();
        harness.setProcessingTime(0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void add(IncomingTrade trade) throws Exception {
        harness.processElement(new StreamRecord<>(partial(trade)));
    }

    private static PartialBar partial(IncomingTrade trade) {
        var partial = new PartialBar(trade.symbol(), PartialBar.minuteOf(trade.tradeTime()));
        partial.add(trade, 10_000);
        return partial;
    }

    private LastPrice last() {
        List<LastPrice> rows = harness.extractOutputValues();
        return rows.get(rows.size() - 1);
    }

    @Test
    void the_last_price_is_the_latest_by_trade_time() throws Exception {
        add(at(2_000, 12, 1));
        harness.setProcessingTime(1_000);
        add(at(1_000, 11, 1));
        assertThat(last().price()).isEqualTo(12);
        assertThat(last().sessionOpen()).isEqualTo(11);
        assertThat(last().previousClose()).isNaN();
    }

    @Test
    void a_price_update_moves_the_price_and_not_the_session() throws Exception {
        add(at(1_000, 10, 1));
        harness.setProcessingTime(1_000);
        add(at(2_000, 15, 0));
        assertThat(last().price()).isEqualTo(15);
        assertThat(last().sessionOpen()).isEqualTo(10);
        harness.setProcessingTime(2_000);
        add(at(DAY_MS, 20, 1));
        assertThat(last().previousClose()).isEqualTo(10);
    }

    @Test
    void a_price_update_of_a_new_date_is_measured_against_the_close() throws Exception {
        add(at(1_000, 10, 1));
        harness.setProcessingTime(1_000);
        add(at(DAY_MS, 15, 0));
        assertThat(last().previousClose()).isEqualTo(10);
        assertThat(last().sessionOpen()).isNaN();
        assertThat(last().session()).isEqualTo((MINUTE + DAY_MS) / DAY_MS);
    }

    @Test
    void rows_come_at_most_every_interval() throws Exception {
        for (int i = 0; i < 100; i++) {
            harness.setProcessingTime(i * 10L);
            add(at(i, 10 + i, 1));
        }
        harness.setProcessingTime(2_000);
        assertThat(harness.extractOutputValues()).hasSize(5);
        assertThat(last().price()).isEqualTo(109);
    }

    @Test
    void a_symbol_has_one_entry_of_state_whatever_comes() throws Exception {
        for (int i = 0; i < 100; i++) {
            add(at(i * DAY_MS / 2, 10, 1));
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_row_does_not_depend_on_the_order_of_trades(long seed) {
        var random = new Random(seed);
        List<IncomingTrade> trades = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            trades.add(at(random.nextLong(5 * DAY_MS), 1 + random.nextInt(1_000), random.nextInt(3)));
        }
        LastPrice expected = row(trades);
        Collections.shuffle(trades, random);
        assertThat(row(trades))
                .usingRecursiveComparison()
                .ignoringFields("receivedAt")
                .isEqualTo(expected);
    }

    private static LastPrice row(List<IncomingTrade> trades) {
        var state = new PriceState();
        trades.forEach(trade -> state.merge(partial(trade)));
        return state.toRow();
    }
}
