package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The WebSocket as a client of Finnhub knows it. */
final class ProtocolTest {

    @Test
    void trade_frames_have_finnhubs_fields_and_no_others() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=500");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL", "BINANCE:BTCUSDT");
            Eventually.until(() -> client.tradeCount() > 300);

            for (JsonNode frame : client.frames("trade")) {
                assertThat(names(frame)).containsExactly("data", "type");
            }
            for (JsonNode trade : client.trades()) {
                assertThat(names(trade)).containsSubsequence("p", "s", "t", "v").isSubsetOf("c", "p", "s", "t", "v");
                assertThat(trade.path("p").isNumber()).isTrue();
                assertThat(trade.path("t").isIntegralNumber()).isTrue();
                assertThat(trade.path("s").asText()).isIn("AAPL", "BINANCE:BTCUSDT");
            }
        }
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Test
    void one_frame_holds_trades_of_several_symbols() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=1000", "--frame-every=200ms");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL", "NVDA", "TSLA");
            Eventually.until(() -> client.frames("trade").stream()
                    .anyMatch(frame -> Set.copyOf(frame.findValuesAsText("s")).size() == 3));
        }
    }

    @Test
    void a_trade_without_conditions_has_no_c_or_null_or_an_empty_list() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=500");
                FeedClient client = simulator.connect()) {
            client.subscribe("BINANCE:BTCUSDT");
            Eventually.until(() -> client.trades().stream().anyMatch(trade -> !trade.has("c"))
                    && client.trades().stream()
                            .anyMatch(trade -> trade.path("c").isNull())
                    && client.trades().stream()
                            .anyMatch(trade -> trade.path("c").isArray()));
        }
    }

    @Test
    void price_updates_have_volume_zero() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=500", "--price-updates=0.5");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL");
            Eventually.until(() ->
                    client.trades().stream().anyMatch(trade -> trade.path("v").asDouble(-1) == 0));
        }
    }

    @Test
    void trades_happen_now() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=500");
                FeedClient client = simulator.connect()) {
            long before = System.currentTimeMillis();
            client.subscribe("AAPL");
            Eventually.until(() -> client.tradeCount() > 10);
            long after = System.currentTimeMillis();

            assertThat(client.trades().stream().map(trade -> trade.path("t").asLong()))
                    .isSorted()
                    .allMatch(time -> time > before - 12_000 && time <= after);
        }
    }

    @Test
    void one_symbol_too_many_is_an_error_that_names_none() throws Exception {
        List<String> symbols = IntStream.range(0, 51).mapToObj(i -> "SYM" + i).toList();
        try (TestSimulator simulator = TestSimulator.start("--symbols=" + String.join(",", symbols));
                FeedClient client = simulator.connect()) {
            client.subscribe(symbols.subList(0, 50).toArray(String[]::new)).subscribe("SYM3");
            Eventually.until(() -> simulator.report().subscriptions().size() == 50);
            assertThat(client.frames("error")).isEmpty();

            client.subscribe("SYM50");
            Eventually.until(() -> !client.frames("error").isEmpty());
            assertThat(client.frames("error"))
                    .hasSize(1)
                    .allMatch(error -> error.path("msg").asText().equals("Subscribing to too many symbols"));
            assertThat(simulator.report().subscriptions()).hasSize(50).doesNotContain("SYM50");
        }
    }

    @Test
    void an_unknown_symbol_is_an_error_that_names_it() throws Exception {
        try (TestSimulator simulator = TestSimulator.start();
                FeedClient client = simulator.connect()) {
            client.subscribe("OANDA:EUR_USD");
            Eventually.until(
                    () -> client.texts().contains("{\"type\":\"error\",\"msg\":\"Invalid symbol OANDA:EUR_USD\"}"));
        }
    }

    @Test
    void messages_that_mean_nothing_are_not_answered_and_do_no_harm() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=500");
                FeedClient client = simulator.connect()) {
            client.sendText("hello");
            client.sendText("[1,2");
            client.sendText("{\"type\":\"order\"}");
            client.sendText("null");
            client.subscribe("AAPL");
            Eventually.until(() -> client.tradeCount() > 0);

            assertThat(client.frames("error")).isEmpty();
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void an_unsubscribed_symbol_is_not_sent_any_more() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--rate=600", "--symbols=SPY,AAPL");
                FeedClient client = simulator.connect()) {
            client.subscribe("AAPL", "SPY").unsubscribe("AAPL");
            Eventually.until(() -> simulator.report().subscriptions().equals(Set.of("SPY")));
            int before = client.tradeCount();
            Eventually.until(() -> client.tradeCount() > before + 200);

            List<JsonNode> trades = client.trades();
            assertThat(trades.subList(trades.size() - 100, trades.size()))
                    .allMatch(trade -> trade.path("s").asText().equals("SPY"));
        }
    }

    @Test
    void pings_come_as_text_frames_without_any_subscription() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--ping-every=100ms");
                FeedClient client = simulator.connect()) {
            Eventually.until(() -> client.texts().size() >= 3);
            assertThat(client.texts()).containsOnly("{\"type\":\"ping\"}");
        }
    }

    @Test
    void a_bad_or_missing_key_is_401() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--token=good,better")) {
            assertThat(handshakeStatus(simulator, "bad")).isEqualTo(401);
            assertThat(handshakeStatus(simulator, "")).isEqualTo(401);
        }
    }

    @Test
    void a_listed_key_is_accepted() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--token=good,better", "--ping-every=50ms");
                FeedClient client = simulator.connect("better")) {
            Eventually.until(() -> !client.texts().isEmpty());
        }
    }

    /** Status of a handshake that fails. */
    static int handshakeStatus(TestSimulator simulator, String key) throws Exception {
        try (FeedClient client = simulator.connect(key)) {
            throw new AssertionError("the handshake succeeded: " + client.texts());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    @Test
    void a_second_connection_with_a_key_ends_both() throws Exception {
        try (TestSimulator simulator = TestSimulator.start();
                SocketClient one = new SocketClient(simulator.port(), "same")) {
            Eventually.until(() -> simulator.report().connections() == 1);
            try (SocketClient two = new SocketClient(simulator.port(), "same")) {
                assertThat(one.readTrades(1)).isEmpty();
                assertThat(two.readTrades(1)).isEmpty();
            }
            assertThat(simulator.report().connections()).isZero();
        }
    }

    @Test
    void several_connections_with_a_key_can_be_allowed() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--allow-many-connections", "--rate=500");
                FeedClient one = simulator.connect();
                FeedClient two = simulator.connect()) {
            one.subscribe("AAPL");
            two.subscribe("AAPL");
            Eventually.until(() -> one.tradeCount() > 10 && two.tradeCount() > 10);
        }
    }

    @Test
    void clients_are_told_goodbye_when_the_simulator_stops() throws Exception {
        try (TestSimulator simulator = TestSimulator.start();
                FeedClient client = simulator.connect()) {
            Eventually.until(() -> simulator.report().connections() == 1);
            simulator.close();
            Eventually.until(client::isClosed);
        }
    }
}
