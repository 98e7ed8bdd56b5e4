package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.serving.EmbeddedServing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program as it is unless told otherwise: whoever reads signs in. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginIT {
    private static final String PASSWORD = "correct horse \u00e4";

    private static final String CAROLS = "of carol alone";

    private final Stage stage;
    private DashboardProcess dashboard;

    LoginIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void start() throws Exception {
        dashboard = DashboardProcess.serve(
                EmbeddedServing.url("market", stage.serving.port()),
                EmbeddedServing.PASSWORD,
                List.of(
                        "--login.users=ada=" + DashboardProcess.hash(PASSWORD) + ",carol="
                                + DashboardProcess.hash(CAROLS),
                        "--session.per-user=2"));
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/news?symbol=IBM", "/insights", "/pipeline", "/no/such/page"})
    void whoever_has_not_signed_in_is_led_to_the_login(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/liveness", "/health", "/metrics", "/tidemark.css", "/icon.svg", "/login"})
    void probes_prometheus_and_the_login_itself_are_for_everybody(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void every_answer_tells_the_browser_what_to_keep_from() throws Exception {
        for (String path : List.of("/", "/login", "/health", "/tidemark.css")) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy"))
                    .get()
                    .asString()
                    .contains("camera=()");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("*", "http:", "https:");
        }
        assertThat(policy("/tidemark.css")).endsWith("script-src 'self'");
        assertThat(policy("/login"))
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'")
                .isNotEqualTo(policy("/login"));
        assertThat(get("/login").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("TIDEMARK_SESSION=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void a_wrong_password_leads_nowhere_and_the_right_one_to_the_link_that_was_followed() {
        try (PageObject reader = PageObject.wide(stage.browser, dashboard.url())) {
            reader.visit("news?symbol=IBM");
            assertThat(reader.page.locator("#login-username")).isVisible();
            assertThat(reader.page).hasTitle("Sign in \u00b7 Tidemark");

            signIn(reader, "ada", "wrong");
            assertThat(reader.page.locator("#login-message")).containsText("This did not work");
            assertThat(reader.page).hasURL(Pattern.compile(".*/login\\?error"));

            signIn(reader, "nobody", PASSWORD);
            assertThat(reader.page.locator("#login-message")).containsText("This did not work");

            String before = session(reader);
            signIn(reader, "ada", PASSWORD);
            assertThat(reader.page.locator("#news-count")).isVisible();
            assertThat(session(reader)).isNotEqualTo(before);
            assertThat(reader.page).hasURL(Pattern.compile(".*/news\\?.*symbol=IBM.*"));
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void the_page_lives_on_after_the_login_and_ends_with_the_way_out() {
        try (PageObject reader = PageObject.wide(stage.browser, dashboard.url())) {
            reader.visit("");
            signIn(reader, "ada", PASSWORD);
            reader.awaitBars(1);

            reader.page.locator("#leave").click();

            assertThat(reader.page.locator("#login-username")).isVisible();
            reader.visit("");
            assertThat(reader.page.locator("#login-username")).isVisible();
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void signing_in_once_too_often_ends_the_session_that_was_left_alone_for_longest() {
        try (PageObject first = PageObject.wide(stage.browser, dashboard.url());
                PageObject second = PageObject.wide(stage.browser, dashboard.url());
                PageObject third = PageObject.wide(stage.browser, dashboard.url())) {
            for (PageObject reader : List.of(first, second, third)) {
                reader.visit("pipeline");
                signIn(reader, "ada", PASSWORD);
                assertThat(reader.page.locator("#leave")).isVisible();
            }

            first.visit("pipeline");

            assertThat(first.page.locator("#login-message")).containsText("session was ended");
        }
    }

    @Test
    void whoever_fails_too_often_has_to_wait_even_with_the_right_password_and_is_told() {
        try (PageObject guesser = PageObject.wide(stage.browser, dashboard.url())) {
            for (int i = 0; i < 5; i++) {
                guesser.visit("login");
                signIn(guesser, "carol", "guess " + i);
                assertThat(guesser.page.locator("#login-message")).containsText("This did not work");
            }

            guesser.visit("login");
            signIn(guesser, "Carol", CAROLS);

            assertThat(guesser.page.locator("#login-message")).containsText("Too many tries did not work. Wait");
            assertThat(guesser.page).hasURL(Pattern.compile(".*/login\\?wait=\\d+"));
            signIn(guesser, "ada", PASSWORD);
            assertThat(guesser.page.locator("#leave")).isVisible();
            assertThat(guesser.complaints()).isEmpty();
        }
    }

    @Test
    void the_login_has_no_serious_fault_of_accessibility() {
        for (String theme : List.of("dark", "light")) {
            try (PageObject reader = PageObject.narrow(stage.browser, dashboard.url())) {
                reader.visit("login?error&theme=" + theme);
                assertThat(reader.page.locator("#login-submit")).isVisible();
                assertThat(reader.seriousViolations()).as(theme).isEmpty();
            }
        }
    }

    private static String session(PageObject reader) {
        return reader.page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("TIDEMARK_SESSION"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void signIn(PageObject reader, String name, String password) {
        reader.page.locator("#login-username").fill(name);
        reader.page.locator("#login-password").fill(password);
        reader.page.locator("#login-submit").click();
    }

    private String policy(String path) throws Exception {
        return get(path).headers().firstValue("Content-Security-Policy").orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(dashboard.url() + path))
                    .header("Accept", "text/html,*/*;q=0.8")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
