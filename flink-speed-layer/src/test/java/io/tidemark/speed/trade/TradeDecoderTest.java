package io.tidemark.speed.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.conditions.SaleConditionRules;
import io.tidemark.contracts.conditions.TradeEffects;
import io.tidemark.contracts.event.Trade;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeDecoderTest {
    /** A Monday, 10:00 in New York. */
    private static final long NOW = Instant.parse("2013-10-07T14:00:00Z").toEpochMilli();

    private final TradeDecoder decoder = new TradeDecoder(
            SaleConditionRules.consolidatedTape(),
            Duration.ofSeconds(10),
            Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    private IncomingTrade decode(long tradeTime, long receivedAt, double volume, String... conditions) {
        var trade = new Trade("c-1-0", "AAPL", 10, volume, tradeTime, receivedAt, List.of(conditions), "finnhub");
        return decoder.decode(new TradeCodec().encode(trade), 2, 7);
    }

    @Test
    void a_trade_keeps_its_values_and_coordinates() {
        IncomingTrade trade = decode(NOW - 5, NOW, 3);

        assertThat(trade)
                .isEqualTo(new IncomingTrade("AAPL", 10, 3, NOW - 5, NOW, TradeEffects.ALL, 2, 7, Refusal.NONE, ""));
    }

    @Test
    void sale_conditions_become_what_a_trade_may_update() {
        assertThat(decode(NOW, NOW, 3, "1", "12").effects()).isEqualTo(new TradeEffects(false, false, true));
        assertThat(decode(NOW, NOW, 3, "24").effects().last()).isFalse();
        long beforeTheSession = NOW - 3_600_000;
        assertThat(decode(beforeTheSession, NOW, 3, "24").effects().last()).isTrue();
    }

    @Test
    void a_price_update_always_moves_the_last_price() {
        assertThat(decode(NOW, NOW, 0, "12").effects()).isEqualTo(TradeEffects.ALL);
    }

    @Test
    void a_trade_ahead_of_its_receipt_is_refused() {
        assertThat(decode(NOW - 60_000, NOW - 70_000, 1).accepted()).isTrue();
        IncomingTrade ahead = decode(NOW - 60_000, NOW - 70_001, 1);
        assertThat(ahead.refusal()).isEqualTo(Refusal.FUTURE);
        assertThat(ahead.detail()).isEqualTo("trade time 10001 ms after its receipt");
    }

    @Test
    void a_trade_ahead_of_the_clock_is_refused_even_when_its_receipt_is_too() {
        assertThat(decode(NOW + 10_000, NOW + 10_000, 1).accepted()).isTrue();
        assertThat(decode(NOW + 10_001, NOW + 10_001, 1).refusal()).isEqualTo(Refusal.FUTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "no JSON", "{\"symbol\":\"AAPL\",\"price\":-1}", "{\"price\":NaN}"})
    void bytes_that_are_no_trade_are_refused_with_a_reason(String bytes) {
        IncomingTrade refused = decoder.decode(bytes.getBytes(StandardCharsets.UTF_8), 2, 7);

        assertThat(refused.refusal()).isEqualTo(Refusal.UNDECODABLE);
        assertThat(refused.detail()).isNotBlank();
        assertThat(refused.partition()).isEqualTo(2);
        assertThat(refused.offset()).isEqualTo(7);
    }

    @Test
    void a_record_without_a_value_is_refused() {
        assertThat(decoder.decode(null, 0, 0).refusal()).isEqualTo(Refusal.UNDECODABLE);
    }
}
