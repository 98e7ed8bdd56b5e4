package io.tidemark.ingest.frame;

import static io.tidemark.ingest.fixture.Frames.frame;
import static io.tidemark.ingest.fixture.Frames.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinnhubFrameParserTest {
    private static final long TIME = 1_672_348_887_666L;
    private static final long RECEIVED = TIME + 40;

    private final FinnhubFrameParser parser = new FinnhubFrameParser(new TradeLimits(Duration.ofHours(24)));

    private FeedEvent parse(String text) {
        return parser.parse(new FinnhubFrame("c1", 7, text, RECEIVED));
    }

    private FeedEvent.Trades trades(String text) {
        FeedEvent event = parse(text);
        assertThat(event).isInstanceOf(FeedEvent.Trades.class);
        return (FeedEvent.Trades) event;
    }

    @Test
    void a_trade_frame_gives_its_trades_in_order_with_an_identity_each() {
        var event = trades("{\"data\":[{\"c\":[\"1\",\"12\"],\"p\":129.58,\"s\":\"AAPL\",\"t\":1672348887666,\"v\":1},"
                + "{\"p\":0.00001,\"s\":\"BINANCE:BTCUSDT\",\"t\":1672348887600,\"v\":0.25}],\"type\":\"trade\"}");

        assertThat(event.rejected()).isEmpty();
        assertThat(event.trades())
                .containsExactly(
                        new Trade("c1-7-0", "AAPL", 129.58, 1, TIME, RECEIVED, List.of("1", "12"), "finnhub"),
                        new Trade(
                                "c1-7-1", "BINANCE:BTCUSDT", 0.00001, 0.25, TIME - 66, RECEIVED, List.of(), "finnhub"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"c\":null", ",\"c\":[]"})
    void conditions_may_be_missing_null_or_empty(String conditions) {
        var event = trades(frame("{\"p\":1,\"s\":\"A\",\"t\":" + TIME + ",\"v\":1" + conditions + "}"));

        assertThat(event.trades()).singleElement().satisfies(trade -> assertThat(trade.conditions())
                .isEmpty());
    }

    @Test
    void volume_zero_is_a_price_update_and_kept() {
        assertThat(trades(frame(trade("OANDA:EUR_USD", 1.1, 0, TIME))).trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.isPriceUpdate()).isTrue());
    }

    @Test
    void a_newer_feed_may_have_fields_that_are_not_known_here() {
        var event = trades("{\"seq\":{\"n\":[1]},\"data\":[{\"p\":1,\"s\":\"A\",\"t\":" + TIME
                + ",\"v\":1,\"x\":{\"y\":[1,{}]},\"z\":null}],\"type\":\"trade\"}");

        assertThat(event.trades()).hasSize(1);
    }

    @Test
    void a_frame_without_trades_is_no_fault() {
        assertThat(trades(frame())).isEqualTo(new FeedEvent.Trades(List.of(), List.of()));
        assertThat(trades("{\"data\":null,\"type\":\"trade\"}")).isEqualTo(new FeedEvent.Trades(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{\"p\":NaN,\"s\":\"A\",\"t\":1672348887666,\"v\":1};price NaN",
                "{\"p\":null,\"s\":\"A\",\"t\":1672348887666,\"v\":1};p is no number",
                "{\"p\":\"1.5\",\"s\":\"A\",\"t\":1672348887666,\"v\":1};p is no number",
                "{\"p\":-1.5,\"s\":\"A\",\"t\":1672348887666,\"v\":1};price -1.5",
                "{\"p\":0,\"s\":\"A\",\"t\":1672348887666,\"v\":1};price 0.0",
                "{\"p\":1e308,\"s\":\"A\",\"t\":1672348887666,\"v\":1};price 1.0E308",
                "{\"p\":1e400,\"s\":\"A\",\"t\":1672348887666,\"v\":1};price Infinity",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":-1};volume -1.0",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":NaN};volume NaN",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1e300};volume 1.0E300",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666};missing field: v",
                "{\"s\":\"A\",\"t\":1672348887666,\"v\":1};missing field: p",
                "{\"p\":1,\"s\":\"A\",\"v\":1};missing field: t",
                "{\"p\":1,\"t\":1672348887666,\"v\":1};missing field: s",
                "{};missing field: s",
                "{\"p\":1,\"s\":\"\",\"t\":1672348887666,\"v\":1};symbol is blank",
                "{\"p\":1,\"s\":\" \",\"t\":1672348887666,\"v\":1};symbol is blank",
                "{\"p\":1,\"s\":\"A\\n\",\"t\":1672348887666,\"v\":1};symbol is blank, too long or holds",
                "{\"p\":1,\"s\":7,\"t\":1672348887666,\"v\":1};s is no string",
                "{\"p\":1,\"s\":{\"x\":[]},\"t\":1672348887666,\"v\":1};s is no string",
                "{\"p\":1,\"s\":\"A\",\"t\":\"soon\",\"v\":1};t is no integer",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887.5,\"v\":1};t is no integer",
                "{\"p\":1,\"s\":\"A\",\"t\":99999999999999999999,\"v\":1};t is no integer",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887,\"v\":1};time 1672348887 is no epoch ms",
                "{\"p\":1,\"s\":\"A\",\"t\":-1,\"v\":1};time -1 is no epoch ms",
                "{\"p\":1,\"s\":\"A\",\"t\":1672435287707,\"v\":1};time 1672435287707 lies more than PT24H",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1,\"c\":\"1\"};c is no array",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1,\"c\":[\"1|2\"]};c holds something",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1,\"c\":[[\"1\"]]};c holds something",
                "{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1,\"c\":[\"\"]};c holds something",
                "null;not a JSON object",
                "17;not a JSON object",
                "\"a text, with \\\"quotes\\\"\";not a JSON object",
                "[{\"p\":1}];not a JSON object",
            })
    void only_the_element_at_fault_is_rejected_with_its_own_text(String element, String reason) {
        var event = trades(frame(trade("A", 1, 1, TIME), element, trade("B", 2, 1, TIME)));

        assertThat(event.trades()).extracting(Trade::id).containsExactly("c1-7-0", "c1-7-2");
        assertThat(event.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.index()).isEqualTo(1);
            assertThat(rejected.text()).isEqualTo(element);
            assertThat(rejected.reason()).startsWith(reason);
        });
    }

    @Test
    void a_rejected_element_deep_in_a_long_frame_keeps_its_text() {
        String good = trade("AAPL", 100, 1, TIME) + ",";
        String bad = "{\"p\":-7,\"s\":\"ÄÖ€\",\"t\":1672348887666,\"v\":1}";

        var event = trades("{\"data\":[" + good.repeat(20_000) + bad + "],\"type\":\"trade\"}");

        assertThat(event.trades()).hasSize(20_000);
        assertThat(event.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.text())
                .isEqualTo(bad));
    }

    @Test
    void the_latest_time_allowed_passes() {
        assertThat(trades(frame(trade("A", 1, 1, RECEIVED + Duration.ofHours(24).toMillis())))
                        .trades())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "``;empty frame",
                "`  `;empty frame",
                "hello;not valid JSON",
                "[];not a JSON object",
                "{};frame without type",
                "{\"type\":7};frame without type",
                "{\"type\":\"news\",\"data\":[{\"headline\":\"x\"}]};unknown frame type",
                "{\"type\":\"trade\"};trade frame without data",
                "{\"type\":\"trade\",\"data\":{}};data is no array",
                "{\"type\":\"ping\"}{\"type\":\"ping\"};text after",
                "{\"data\":[{\"p\":1,\"s\":\"A\",\"t\":1672348887666,\"v\":1},{\"p\":;not valid JSON",
            })
    void a_frame_that_is_no_feed_frame_is_unreadable_as_a_whole(String text, String reason) {
        assertThat(parse(text)).isInstanceOf(FeedEvent.Unreadable.class);
        assertThat(((FeedEvent.Unreadable) parse(text)).reason()).startsWith(reason);
    }

    @Test
    void nesting_without_end_is_unreadable() {
        assertThat(parse("{\"data\":" + "[".repeat(100_000))).isInstanceOf(FeedEvent.Unreadable.class);
    }

    @Test
    void pings_and_errors_are_told_apart() {
        assertThat(parse("{\"type\":\"ping\"}")).isEqualTo(new FeedEvent.Ping());
        assertThat(parse("{\"type\":\"error\",\"msg\":\"Invalid symbol OANDA:EUR_USD\"}"))
                .isEqualTo(new FeedEvent.FeedError("Invalid symbol OANDA:EUR_USD"));
        assertThat(parse("{\"type\":\"error\"}")).isEqualTo(new FeedEvent.FeedError(""));
    }

    @Test
    void no_damage_to_a_frame_makes_the_parser_throw() {
        String whole = frame("AAPL", 1, 5, TIME);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 20_000; round++) {
            var damaged = new StringBuilder(whole);
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(256));
            }
            assertThat(parse(damaged.substring(random.nextInt(3)))).isNotNull();
        }
    }

    /** What ingest accepts, every reader must accept: else the poison would only move on. */
    @Test
    void every_accepted_trade_passes_the_codec() throws DecodeException {
        var codec = new TradeCodec();
        String whole = frame(trade("IC MARKETS:1", 1e12, 1e15, TIME), trade("A", 1e-9, 0, 315_532_800_000L));
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int round = 0; round < 20_000; round++) {
            var damaged = new StringBuilder(whole);
            damaged.setCharAt(random.nextInt(damaged.length()), (char) (random.nextInt(96) + 32));
            if (parse(damaged.toString()) instanceof FeedEvent.Trades event) {
                for (Trade trade : event.trades()) {
                    assertThat(codec.decode(codec.encode(trade))).isEqualTo(trade);
                }
            }
        }
    }
}
