package io.tidemark.landing.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TradeRowsTest {
    private static final long NOW = 1_795_179_600_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RowBuffer row = new RowBuffer();

    @Test
    void a_trade_is_a_row_with_its_kafka_coordinates() {
        RowOutcome outcome = write(trade(NOW, "BINANCE:BTCUSDT", List.of("1", "12")));
        assertThat(outcome).isEqualTo(new RowOutcome.Row(NOW));
        assertThat(text())
                .isEqualTo("BINANCE:BTCUSDT,97123.45,0.00012345,1795179600000,1795179600040,1|12,c1-2-3,4,1234567\n");
    }

    @Test
    void a_trade_without_conditions_has_an_empty_field() {
        write(trade(NOW, "AAPL", List.of()));
        assertThat(text()).contains("1795179600040,,c1-2-3,");
    }

    @Test
    void a_trade_from_the_future_is_rejected_with_both_times() {
        assertThat(write(trade(NOW + DAY, "AAPL", List.of()))).isInstanceOf(RowOutcome.Row.class);
        assertThat(write(trade(NOW + DAY + 1, "AAPL", List.of())))
                .isInstanceOfSatisfying(RowOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains(String.valueOf(NOW + DAY + 1), String.valueOf(NOW)));
    }

    @Test
    void a_record_without_a_value_is_rejected() {
        assertThat(write((byte @Nullable []) null)).isEqualTo(new RowOutcome.Rejected("no value (a tombstone)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"symbol\":\"A\",\"price\":NaN,\"volume\":1,\"tradeTime\":1,\"receivedAt\":1,\"source\":\"s\"}",
                "{\"id\":\"a\",\"symbol\":\"A\",\"price\":-1,\"volume\":1,\"tradeTime\":1,\"receivedAt\":1,\"source\":\"s\"}",
                "{\"id\":\"a\",\"symbol\":\"A\\ud83d\",\"price\":1,\"volume\":1,\"tradeTime\":1,\"receivedAt\":1,\"source\":\"s\"}",
                "{\"id\":\"a\",\"symbol\":\"A\\n\",\"price\":1,\"volume\":1,\"tradeTime\":1,\"receivedAt\":1,\"source\":\"s\"}"
            })
    void bytes_that_are_no_trade_are_rejected_with_a_reason(String json) {
        assertThat(write(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(RowOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .isNotBlank());
    }

    @Test
    void a_quarantine_line_keeps_the_bytes_and_shortens_the_reason() {
        var record = new ConsumerRecord<>("t", 4, 9, new byte[] {1}, new byte[] {2, 3});
        String line = new String(QuarantineLine.of(record, "é".repeat(1_000) + "\ud83d"), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\"key\":\"AQ==\",\"bytes\":\"AgM=\"}\n").hasSizeLessThan(500);
    }

    private static byte[] trade(long time, String symbol, List<String> conditions) {
        return new TradeCodec()
                .encode(new Trade("c1-2-3", symbol, 97_123.45, 0.00012345, time, time + 40, conditions, "test"));
    }

    private RowOutcome write(byte @Nullable [] value) {
        return new TradeRows(Duration.ofDays(1))
                .write(new ConsumerRecord<byte[], byte[]>("t", 4, 1_234_567, null, value), NOW, row);
    }

    private String text() {
        return new String(row.bytes(), 0, row.length(), StandardCharsets.UTF_8);
    }
}
