package io.tidemark.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.contracts.event.Trade;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeCodecTest {
    private static final String VALID = "{\"version\":1,\"id\":\"c-1-0\",\"symbol\":\"IC MARKETS:1\",\"price\":1.25,"
            + "\"volume\":0.5,\"tradeTime\":1381132800464,\"receivedAt\":1381132800500,"
            + "\"conditions\":[\"1\",\"12\"],\"source\":\"finnhub\"}";

    private final TradeCodec codec = new TradeCodec();

    @Test
    void what_is_written_is_read_back() throws Exception {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            var trade = new Trade(
                    "c-" + i + "-0",
                    i % 2 == 0 ? "AAPL" : "BINANCE:\"B,T\"",
                    Double.longBitsToDouble(random.nextLong() & 0x7fdf_ffff_ffff_ffffL) + Double.MIN_NORMAL,
                    random.nextInt(3) == 0 ? 0 : random.nextDouble() * 1e6,
                    random.nextLong(TradeCodec.MAX_TIME),
                    random.nextLong(TradeCodec.MAX_TIME),
                    i % 3 == 0 ? List.of() : List.of("1", "12"),
                    "finnhub");
            assertThat(codec.decode(codec.encode(trade))).isEqualTo(trade);
        }
    }

    @Test
    void fields_of_a_newer_version_are_ignored() throws Exception {
        String newer = VALID.replace("{\"version\":1,", "{\"version\":2,\"venue\":{\"a\":[1,{\"b\":2}]},\"seq\":[],");
        assertThat(decode(newer)).isEqualTo(decode(VALID));
    }

    @Test
    void missing_conditions_are_none() throws Exception {
        assertThat(decode(VALID.replace("[\"1\",\"12\"]", "null")).conditions()).isEmpty();
        assertThat(decode(VALID.replace("\"conditions\":[\"1\",\"12\"],", "")).conditions())
                .isEmpty();
    }

    @Test
    void a_volume_of_zero_is_a_price_update() throws Exception {
        assertThat(decode(VALID.replace("0.5", "0")).isPriceUpdate()).isTrue();
        assertThat(decode(VALID).isPriceUpdate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "\"price\":1.25;\"price\":0;not above zero",
                "\"price\":1.25;\"price\":-1;not above zero",
                "\"price\":1.25;\"price\":1e999;not finite",
                "\"price\":1.25;\"price\":\"1.25\";price is no number",
                "\"price\":1.25;\"price\":null;price is no number",
                "\"price\":1.25;\"price\":NaN;not valid JSON",
                "\"price\":1.25,;;price is missing",
                "\"volume\":0.5;\"volume\":-0.5;is negative",
                "1381132800464;1381132800464000;tradeTime 1381132800464000 is no epoch ms",
                "1381132800464;-1;tradeTime -1 is no epoch ms",
                "1381132800464;1.5;tradeTime is no integer",
                "IC MARKETS:1; ;symbol is empty",
                "IC MARKETS:1;A\\nB;symbol holds a control character",
                "\"12\";\"1|2\";holds |",
                "\"finnhub\"};\"finnhub\"} x;not valid JSON",
                "\"finnhub\"};\"finnhub\"};",
            })
    void what_cannot_be_a_trade_is_refused_with_the_reason(String part, String replacement, String reason)
            throws Exception {
        String json = VALID.replace(part, replacement == null ? "" : replacement);
        if (reason == null) {
            assertThat(decode(json)).isEqualTo(decode(VALID));
        } else {
            assertThatThrownBy(() -> decode(json))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "null", "42", "{", "not json"})
    void bytes_that_are_no_object_are_refused(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(DecodeException.class);
    }

    private Trade decode(String json) throws DecodeException {
        return codec.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
