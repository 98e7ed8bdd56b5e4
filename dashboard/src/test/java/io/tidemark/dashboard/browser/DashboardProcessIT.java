package io.tidemark.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The program as somebody runs it who gets something wrong. */
class DashboardProcessIT {

    @Test
    void help_is_printed_without_starting_anything() throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.run("--help")) {
            assertThat(dashboard.exitCode()).isZero();
            assertThat(dashboard.output())
                    .startsWith("dashboard: ")
                    .contains("--database.url=", "DATABASE_PASSWORD_FILE", "Default: 127.0.0.1.")
                    .doesNotContain("Spring");
        }
    }

    @Test
    void missing_settings_are_all_in_one_message() throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.run()) {
            assertThat(dashboard.exitCode()).isEqualTo(2);
            assertThat(dashboard.output().lines())
                    .hasSize(5)
                    .anyMatch(line -> line.contains("database.url is required"))
                    .anyMatch(line -> line.contains("database.password is required"))
                    .anyMatch(line -> line.contains("login.users is required") && line.contains("--hash-password"));
        }
    }

    @Test
    void a_taken_port_is_one_clear_message() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DashboardProcess dashboard = DashboardProcess.run(
                        "--database.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--database.password=x",
                        "--login.mode=open",
                        "--server.port=" + taken.getLocalPort())) {
            assertThat(dashboard.exitCode()).isEqualTo(1);
            assertThat(dashboard.output().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used", "SERVER_PORT");
        }
    }

    @Test
    void nobody_is_let_in_unasked_where_others_reach_the_page() throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.run(
                "--database.url=jdbc:postgresql://127.0.0.1:1/none",
                "--database.password=x",
                "--server.address=0.0.0.0",
                "--login.mode=open")) {
            assertThat(dashboard.exitCode()).isEqualTo(2);
            assertThat(dashboard.output()).contains("login.mode: open lets everybody in", "server.address is 0.0.0.0");
        }
    }

    @Test
    void an_empty_password_has_no_hash() throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.run("--hash-password")) {
            dashboard.hear("\n");
            assertThat(dashboard.exitCode()).isEqualTo(2);
            assertThat(dashboard.output()).contains("expected a password of 1 to 72 bytes");
        }
    }

    @Test
    void it_starts_without_its_database_and_says_so_in_its_health() throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.serve("jdbc:postgresql://127.0.0.1:1/none", "x")) {
            assertThat(get(dashboard, "/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(dashboard, "/").statusCode()).isEqualTo(200);
            assertThat(get(dashboard, "/metrics").body()).contains("tidemark_dashboard_look_seconds_count");
            org.awaitility.Awaitility.await().untilAsserted(() -> {
                assertThat(get(dashboard, "/health").statusCode()).isEqualTo(503);
                assertThat(get(dashboard, "/health").body()).contains("UNREACHABLE", "refused");
            });
            assertThat(dashboard.output())
                    .containsOnlyOnce("cannot be read, trying on")
                    .doesNotContain("Exception");
        }
    }

    private static HttpResponse<String> get(DashboardProcess dashboard, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(dashboard.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
