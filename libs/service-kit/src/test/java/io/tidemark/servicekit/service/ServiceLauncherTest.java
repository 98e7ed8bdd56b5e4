package io.tidemark.servicekit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ServiceLauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> events = new CopyOnWriteArrayList<>();

    private final ProcessHost host = new ProcessHost(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            hook -> events.add("hooked"),
            handler -> {});

    /** A service that tells what was asked of it. */
    private abstract class Recording implements Service {
        @Override
        public void stop() throws Exception {
            events.add("stopped");
        }
    }

    private int run(ServiceFactory<ServiceSettings> factory, String... arguments) {
        return ServiceLauncher.of("sample", "Does little.", ServiceSettings.class)
                .run(List.of(arguments), factory, host);
    }

    private Service never() {
        throw new AssertionError("must not be built");
    }

    @Test
    void help_is_printed_and_nothing_is_built() {
        assertThat(run((settings, context) -> never(), "--help")).isEqualTo(ServiceLauncher.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--http.port=VALUE", "--stop.timeout=VALUE");
        assertThat(err.size()).isZero();
    }

    @Test
    void wrong_settings_are_listed_and_nothing_is_built() {
        int code = run((settings, context) -> never(), "--http.prt=1", "--stop.timeout=long");

        assertThat(code).isEqualTo(ServiceLauncher.WRONG_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("sample: 2 wrong or missing setting(s)", "did you mean http.port?", "stop.timeout: expected");
    }

    @Test
    void a_port_out_of_range_is_a_wrong_setting() {
        assertThat(run((settings, context) -> never(), "--http.port=70000")).isEqualTo(ServiceLauncher.WRONG_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("http.port: 70000 is no port");
    }

    @Test
    void a_fatal_error_stops_the_service_and_fails_the_process() {
        int code = run((settings, context) -> new Recording() {
            @Override
            public void start() {
                events.add("started");
                context.fatal().report("the disk is gone", null);
                context.fatal().report("and more", new IllegalStateException("later"));
            }
        });

        assertThat(code).isEqualTo(ServiceLauncher.FAILED);
        assertThat(events).containsExactly("hooked", "started", "stopped");
    }

    @Test
    void a_start_that_fails_is_stopped_too() {
        int code = run((settings, context) -> new Recording() {
            @Override
            public void start() throws Exception {
                throw new java.io.IOException("no broker at k:9092");
            }
        });

        assertThat(code).isEqualTo(ServiceLauncher.FAILED);
        assertThat(events).containsExactly("hooked", "stopped");
    }

    @Test
    void a_taken_port_fails_before_anything_is_built() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = run((settings, context) -> never(), "--http.port=" + taken.getLocalPort());

            assertThat(code).isEqualTo(ServiceLauncher.FAILED);
        }
    }

    @Test
    void a_stop_that_hangs_is_given_up_after_its_timeout() {
        int code = run(
                (settings, context) -> new Service() {
                    @Override
                    public void start() {
                        context.fatal().report("enough", null);
                    }

                    @Override
                    public void stop() throws Exception {
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                },
                "--stop.timeout=50ms");

        assertThat(code).isEqualTo(ServiceLauncher.FAILED);
    }

    @Test
    void a_message_for_people_is_one_line_without_wrappers() {
        var cause = new java.io.IOException("no broker\n at k:9092");

        assertThat(RootMessage.of(new java.util.concurrent.ExecutionException(cause)))
                .isEqualTo("no broker at k:9092");
        assertThat(RootMessage.of(new NullPointerException())).isEqualTo("NullPointerException: NullPointerException");
    }
}
