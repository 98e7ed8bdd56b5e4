package io.tidemark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process. */
final class FinnhubSimulatorIT {

    private static final Pattern READY =
            Pattern.compile("ready ws://127\\.0\\.0\\.1:(\\d+) admin http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Process run(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-jar",
                Objects.requireNonNull(System.getProperty("tidemark.jar"))));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void it_says_when_it_is_ready_serves_and_sums_up_when_stopped() throws Exception {
        Path file = RecordingFiles.write(folder.resolve("day.csv.gz"), RecordingFiles.lines(1_000));
        Process process = run("--port=0", "--admin-port=0", "--recording=" + file, "--speed=max");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Matcher ready = READY.matcher(Objects.requireNonNull(out.readLine()));
            assertThat(ready.matches()).isTrue();
            try (FeedClient client = FeedClient.connect(Integer.parseInt(ready.group(1)), "key")) {
                client.subscribe(RecordingFiles.SYMBOLS);
                Eventually.until(() -> client.tradeCount() == 1_000);
            }
            // Not Process.destroy(), which closes the streams as well.
            assertThat(process.toHandle().destroy()).isTrue();
            List<String> summary = out.lines().toList();
            assertThat(exitCode(process)).isEqualTo(143);
            assertThat(summary).first().isEqualTo("ground truth (recording, finished)");
            assertThat(summary).anyMatch(line -> line.matches(" +trades sent +980"));
            assertThat(summary).anyMatch(line -> line.matches(" +price updates +20"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_taken_port_is_one_clear_line_and_exit_code_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = run("--port=" + taken.getLocalPort(), "--admin-port=0");
            assertThat(errors(process).lines())
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + taken.getLocalPort());
            assertThat(exitCode(process)).isEqualTo(1);
        }
    }

    @Test
    void a_malformed_recording_is_one_clear_line_and_exit_code_1() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.csv"), RecordingFiles.HEADER + "\nAAPL,x,1,2,\n");
        Process process = run("--port=0", "--admin-port=0", "--recording=" + file);
        assertThat(errors(process).lines()).containsExactly(file + ":2: price 'x' is not a decimal number");
        assertThat(exitCode(process)).isEqualTo(1);
    }

    @Test
    void bad_options_are_exit_code_2() throws Exception {
        Process process = run("--no-such-option");
        assertThat(errors(process)).contains("--no-such-option");
        assertThat(exitCode(process)).isEqualTo(2);
    }

    @Test
    void help_lists_options_defaults_and_examples() throws Exception {
        Process process = run("--help");
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help).contains("--recording", "--rate", "(default: 57)", "Examples:", "/admin/truth");
        assertThat(exitCode(process)).isZero();
    }
}
