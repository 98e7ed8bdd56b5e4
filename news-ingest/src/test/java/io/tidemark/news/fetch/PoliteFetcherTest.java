package io.tidemark.news.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tidemark.news.fixture.Fetchers;
import io.tidemark.news.fixture.SetClock;
import io.tidemark.servicekit.config.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteFetcherTest {
    private final SetClock clock = new SetClock();
    private final MockWebServer server = new MockWebServer();
    private final List<Duration> naps = new ArrayList<>();
    private final PoliteFetcher fetcher = Fetchers.of(clock, Duration.ofSeconds(20), naps, null);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FetchRequest request() {
        return FetchRequest.of(url());
    }

    private HttpUrl url() {
        return server.url("/feed");
    }

    private static MockResponse status(int code, String... headers) {
        var response = new MockResponse.Builder().code(code);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        return response.build();
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(text).build();
    }

    private static String text(FetchOutcome.Answer answer) {
        return new String(((FetchOutcome.Body) answer).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void retry_after_in_seconds_is_honoured() throws FetchFailure {
        server.enqueue(status(429, "Retry-After", "7"));
        server.enqueue(body("x"));
        assertThat(text(fetcher.fetch(request()))).isEqualTo("x");
        assertThat(clock.instant()).isBetween(SetClock.START.plusSeconds(7), SetClock.START.plusSeconds(10));
        assertThat(fetcher.pauses().sum()).isEqualTo(1);
    }

    @Test
    void retry_after_as_a_date_is_honoured_also_of_a_503() throws FetchFailure {
        server.enqueue(status(503, "Retry-After", "Mon, 23 Nov 2026 14:31:10 GMT"));
        server.enqueue(body("x"));
        fetcher.fetch(request());
        assertThat(clock.instant()).isBetween(SetClock.START.plusSeconds(60), SetClock.START.plusSeconds(63));
    }

    @Test
    void without_retry_after_the_next_minute_is_awaited() throws FetchFailure {
        server.enqueue(status(429));
        server.enqueue(body("x"));
        fetcher.fetch(request());
        // The clock starts ten seconds after a full minute.
        assertThat(clock.instant()).isBetween(SetClock.START.plusSeconds(50), SetClock.START.plusSeconds(53));
    }

    @Test
    void a_server_cannot_send_us_away_for_ever() throws FetchFailure {
        server.enqueue(status(429, "Retry-After", "999999999"));
        server.enqueue(body("x"));
        fetcher.fetch(request());
        assertThat(Duration.between(SetClock.START, clock.instant())).isLessThan(Duration.ofMinutes(61));
    }

    @Test
    void limits_that_stay_end_the_round() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(status(429, "Retry-After", "1"));
        }
        assertThatThrownBy(() -> fetcher.fetch(request()))
                .asInstanceOf(type(FetchFailure.class))
                .matches(FetchFailure::wholeSource)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("HTTP 429, asked to wait until 2026-11-23T14:30:");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_fault_of_the_server_is_tried_again(int code) throws FetchFailure {
        server.enqueue(status(code));
        server.enqueue(status(code));
        server.enqueue(body("x"));
        assertThat(text(fetcher.fetch(request()))).isEqualTo("x");
        assertThat(fetcher.retries().sum()).isEqualTo(2);
        assertThat(naps).isEmpty();
    }

    @Test
    void after_the_last_attempt_the_reason_is_told() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(status(500));
        }
        assertThatThrownBy(() -> fetcher.fetch(request()))
                .isInstanceOf(FetchFailure.class)
                .hasMessage("HTTP 500");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void a_connection_cut_in_the_middle_is_tried_again() throws FetchFailure {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(50_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(body("x"));
        assertThat(text(fetcher.fetch(request()))).isEqualTo("x");
    }

    @Test
    void a_body_that_trickles_is_given_up() {
        var impatient = Fetchers.of(clock, Duration.ofMillis(300), naps, null);
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("x".repeat(1_000))
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build());
        }
        assertThatThrownBy(() -> impatient.fetch(request()))
                .isInstanceOf(FetchFailure.class)
                .hasMessage("no complete answer in time");
    }

    @Test
    void of_a_huge_body_only_the_beginning_is_read() throws FetchFailure {
        server.enqueue(body("y".repeat(20 * Fetchers.MAX_BODY)));
        assertThat(fetcher.fetch(request())).isInstanceOfSatisfying(FetchOutcome.TooLarge.class, large -> {
            assertThat(large.beginning()).hasSize(64 * 1024).containsOnly('y');
            assertThat(large.limit()).isEqualTo(Fetchers.MAX_BODY);
        });
        server.enqueue(body("y".repeat(Fetchers.MAX_BODY)));
        assertThat(text(fetcher.fetch(request()))).hasSize(Fetchers.MAX_BODY);
    }

    @Test
    void the_key_travels_in_the_header_only_and_follows_no_redirect() throws Exception {
        var keyed = Fetchers.of(clock, Duration.ofSeconds(20), naps, SecretValue.of(Fetchers.TOKEN));
        server.enqueue(body("x"));
        keyed.fetch(request());
        var request = server.takeRequest();
        assertThat(request.getHeaders().get("X-Finnhub-Token")).isEqualTo(Fetchers.TOKEN);
        assertThat(request.getUrl().toString()).doesNotContain(Fetchers.TOKEN);
        server.enqueue(status(302, "Location", server.url("/elsewhere").toString()));
        assertThatThrownBy(() -> keyed.fetch(request()))
                .isInstanceOf(FetchFailure.class)
                .hasMessage("HTTP 302");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_refused_key_is_said_and_not_tried_again() {
        var keyed = Fetchers.withToken(clock);
        server.enqueue(status(401));
        assertThatThrownBy(() -> keyed.fetch(request()))
                .asInstanceOf(type(FetchFailure.class))
                .matches(FetchFailure::wholeSource)
                .extracting(Throwable::getMessage)
                .isEqualTo("HTTP 401: the key is refused");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void without_a_key_redirects_are_followed() throws FetchFailure {
        server.enqueue(status(301, "Location", server.url("/elsewhere").toString()));
        server.enqueue(body("x"));
        assertThat(text(fetcher.fetch(request()))).isEqualTo("x");
    }

    @Test
    void an_unchanged_body_is_not_sent_again() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("x")
                .addHeader("ETag", "\"v1\"")
                .addHeader("Last-Modified", "Mon, 23 Nov 2026 14:00:00 GMT")
                .build());
        server.enqueue(status(304));
        var first = (FetchOutcome.Body) fetcher.fetch(request());
        assertThat(Validators.parse(first.validators().text())).isEqualTo(first.validators());
        assertThat(fetcher.fetch(new FetchRequest(url(), first.validators())))
                .isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isNull();
        var second = server.takeRequest();
        assertThat(second.getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(second.getHeaders().get("If-Modified-Since")).isEqualTo("Mon, 23 Nov 2026 14:00:00 GMT");
    }

    @Test
    void validators_that_could_not_be_sent_back_are_left_out() {
        assertThat(Validators.ofHeaders("\"\u00e9\"", null)).isEqualTo(Validators.NONE);
        assertThat(Validators.ofHeaders("x".repeat(2_000), "Mon").etag()).isEmpty();
    }

    @Test
    void an_interrupt_ends_the_waiting() {
        var waiting = new PoliteFetcher(
                "test",
                new HttpFetcher(
                        new OkHttpClient(),
                        clock,
                        new FetchLimits(Duration.ofSeconds(20), 10, Duration.ofHours(1), "test"),
                        null),
                new CallBudget(
                        clock,
                        length -> {
                            throw new InterruptedException("stop");
                        },
                        new Random(1),
                        List.of(new CallBudget.Rate(1, Duration.ofHours(1)))),
                new PoliteFetcher.Retries(2, Duration.ofMillis(1), Duration.ofMillis(2), 0));
        server.enqueue(body("x"));
        assertThatThrownBy(() -> {
                    waiting.fetch(request());
                    waiting.fetch(request());
                })
                .isInstanceOf(FetchFailure.class)
                .hasMessage("stopping");
        assertThat(Thread.interrupted()).isTrue();
    }
}
