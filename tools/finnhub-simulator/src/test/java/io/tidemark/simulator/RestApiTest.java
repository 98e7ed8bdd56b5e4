package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The REST API as a client of Finnhub knows it. */
final class RestApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String week(String symbol) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "/company-news?symbol=" + symbol + "&from=" + today.minusDays(6) + "&to=" + today;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void news_items_have_finnhubs_fields() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--news-backfill=24h")) {
            JsonNode items = json(simulator.rest("/news?category=general"));
            assertThat(items.size()).isGreaterThan(50);
            assertThat(items.get(0).propertyStream().map(Map.Entry::getKey))
                    .containsExactly(
                            "category", "datetime", "headline", "id", "image", "related", "source", "summary", "url");
            assertThat(items.findValuesAsText("category")).contains("top news", "business", "technology");
            assertThat(items.findValuesAsText("related")).containsOnly("");
        }
    }

    @Test
    void min_id_leaves_out_what_is_known() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--news-backfill=24h")) {
            JsonNode all = json(simulator.rest("/news?category=crypto"));
            long newest = all.get(0).path("id").asLong();
            long third = all.get(3).path("id").asLong();
            JsonNode newer = json(simulator.rest("/news?category=crypto&minId=" + third));
            assertThat(newer.findValues("id").stream().map(JsonNode::asLong))
                    .contains(newest)
                    .allMatch(id -> id > third)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void company_news_lists_one_company_and_a_mistyped_symbol_nothing() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--news-backfill=48h")) {
            JsonNode items = json(simulator.rest(week("AAPL")));
            assertThat(items.size()).isGreaterThan(100);
            assertThat(items.findValuesAsText("related")).containsOnly("AAPL");
            assertThat(json(simulator.rest(week("APPL")))).isEmpty();
            assertThat(json(simulator.rest("/company-news?symbol=AAPL&from=2001-01-01&to=2001-01-02")))
                    .isEmpty();
            assertThat(simulator
                            .rest("/company-news?symbol=AAPL&from=yesterday&to=today")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void quotes_follow_the_trades() throws Exception {
        try (TestSimulator simulator =
                TestSimulator.start("--rate=500", "--calls-per-minute=10000", "--calls-per-second=10000")) {
            Eventually.until(
                    () -> json(simulator.rest("/quote?symbol=AAPL")).path("c").asDouble() > 0);
            JsonNode quote = json(simulator.rest("/quote?symbol=AAPL"));
            assertThat(quote.path("h").asDouble())
                    .isGreaterThanOrEqualTo(quote.path("l").asDouble());
            assertThat(quote.path("c").asDouble())
                    .isBetween(quote.path("l").asDouble(), quote.path("h").asDouble());
            assertThat(json(simulator.rest("/quote?symbol=NOPE")).path("c").asDouble())
                    .isZero();
        }
    }

    @Test
    void symbols_are_listed() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--symbols=AAPL,MSFT")) {
            assertThat(json(simulator.rest("/stock/symbol?exchange=US")).findValuesAsText("symbol"))
                    .isEqualTo(List.of("AAPL", "MSFT"));
        }
    }

    @Test
    void keys_come_in_the_header_or_the_query_and_bad_ones_are_401() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--token=good")) {
            assertThat(simulator.rest("/quote?symbol=AAPL", "good").statusCode())
                    .isEqualTo(200);
            assertThat(simulator.rest("/quote?symbol=AAPL", "bad").statusCode()).isEqualTo(401);
            assertThat(simulator.rest("/quote?symbol=AAPL", "").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_limit_answers_429_and_says_so() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--calls-per-minute=3")) {
            HttpResponse<String> answer = simulator.rest("/quote?symbol=AAPL");
            for (int i = 0; i < 8 && answer.statusCode() == 200; i++) {
                answer = simulator.rest("/quote?symbol=AAPL");
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("API limit reached");
            assertThat(answer.headers().firstValue("X-Ratelimit-Remaining")).contains("0");
        }
    }

    @Test
    void a_fault_can_answer_429_with_retry_after_a_number_of_times() throws Exception {
        try (TestSimulator simulator = TestSimulator.start()) {
            simulator.faults("{'rest': {'status': 429, 'retryAfterSeconds': 7, 'count': 1}}");
            HttpResponse<String> limited = simulator.rest("/quote?symbol=AAPL");
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).contains("7");
            assertThat(simulator.rest("/quote?symbol=AAPL").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_fault_can_fail_delay_and_blow_up_answers() throws Exception {
        try (TestSimulator simulator = TestSimulator.start("--fail-rest=503:1")) {
            assertThat(simulator.rest("/quote?symbol=AAPL").statusCode()).isEqualTo(503);

            simulator.faults("{'rest': {'delayMs': 300, 'bodyBytes': 1000000, 'count': 1}}");
            long before = System.nanoTime();
            HttpResponse<String> late = simulator.rest("/quote?symbol=AAPL");
            assertThat(System.nanoTime() - before).isGreaterThan(290_000_000L);
            assertThat(late.body()).hasSizeGreaterThan(1_000_000);
            assertThat(json(late).has("c")).isTrue();
            assertThat(simulator.injected("rest")).isEqualTo(2);
        }
    }

    @Test
    void a_target_that_cannot_be_decoded_is_400() throws Exception {
        try (TestSimulator simulator = TestSimulator.start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream()
                    .write("GET /?token=secret%zz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void unknown_paths_are_404() throws Exception {
        try (TestSimulator simulator = TestSimulator.start()) {
            assertThat(simulator.rest("/nope").statusCode()).isEqualTo(404);
        }
    }
}
