package io.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.IngestProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged process says and how it ends when it cannot or shall not run. */
class StartIT {
    private static final String NOBODY = "--kafka.bootstrap-servers=127.0.0.1:1";

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void help_lists_every_setting() throws Exception {
        try (var process = IngestProcess.start(directory, "--help")) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.output())
                    .contains(
                            "--finnhub.token=VALUE  or --finnhub.token.file=FILE",
                            "Environment: KAFKA_BOOTSTRAP_SERVERS")
                    .doesNotContain(IngestProcess.TOKEN);
        }
    }

    @Test
    void one_message_lists_all_that_is_missing_or_wrong() throws Exception {
        try (var process = IngestProcess.start(directory, "--finnhub.max-silence=long", "--finnhub.symbol=AAPL")) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.output())
                    .contains("kafka.bootstrap-servers is required")
                    .contains("finnhub.max-silence: expected a duration")
                    .contains("--finnhub.symbol is no setting; did you mean finnhub.symbols?");
        }
    }

    @Test
    void without_kafka_it_gives_up_and_says_why() throws Exception {
        try (var process =
                IngestProcess.start(directory, "--finnhub.symbols=AAPL", NOBODY, "--kafka.startup-timeout=1s")) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("finnhub-ingest cannot start: no Kafka broker answers at 127.0.0.1:1 within 1 s")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process = IngestProcess.start(
                        directory, "--finnhub.symbols=AAPL", NOBODY, "--http.port=" + taken.getLocalPort())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }
}
