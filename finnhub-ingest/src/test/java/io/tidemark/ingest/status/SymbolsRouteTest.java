package io.tidemark.ingest.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.ManualClock;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import io.tidemark.servicekit.http.Request;
import io.tidemark.servicekit.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsRouteTest {
    private final Subscriptions subscriptions = new Subscriptions(
            new ManualClock(), new RetrySchedule(List.of(Duration.ofMinutes(5))), List.of("AAPL", "IC MARKETS:1"));
    private final SymbolsRoute route = new SymbolsRoute(subscriptions);

    private Response send(String method, String body) {
        return route.answer(new Request(method, "/symbols", "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void symbols_are_shown_with_their_state() {
        subscriptions.attach(message -> true);
        subscriptions.onInvalid("AAPL");

        assertThat(text(send("GET", "")))
                .isEqualTo("{\"symbols\":["
                        + "{\"symbol\":\"AAPL\",\"state\":\"INVALID\",\"retryAt\":\"2026-11-23T14:35:00Z\"},"
                        + "{\"symbol\":\"IC MARKETS:1\",\"state\":\"ACTIVE\"}]}");
    }

    @Test
    void symbols_are_replaced_added_and_removed() {
        assertThat(text(send("PUT", "[\"MSFT\",\"AAPL\"]")))
                .contains("MSFT", "AAPL")
                .doesNotContain("IC MARKETS");
        assertThat(text(send("POST", "[\"BINANCE:BTCUSDT\"]"))).contains("BINANCE:BTCUSDT", "MSFT");
        assertThat(text(send("DELETE", "[\"MSFT\"]"))).doesNotContain("MSFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAPL", "{\"symbols\":[]}", "[1]", "[\"\"]", "[\"A\\\"B\"]", "[\"A\""})
    void other_bodies_are_refused_and_change_nothing(String body) {
        var response = send("PUT", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).contains("expected a JSON array of symbols");
        assertThat(subscriptions.all()).hasSize(2);
    }

    @Test
    void other_methods_are_refused() {
        assertThat(send("PATCH", "[]").status()).isEqualTo(405);
    }
}
