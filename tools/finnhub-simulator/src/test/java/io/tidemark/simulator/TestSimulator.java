package io.tidemark.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.simulator.truth.Totals;
import io.tidemark.simulator.truth.TruthReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A simulator on free ports, with the options of the command line, and an HTTP client for it. */
final class TestSimulator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulator simulator;

    private TestSimulator(SimulatorSettings settings) {
        simulator = Simulator.start(settings, InstantSource.system());
    }

    static TestSimulator start(Object... options) {
        List<String> all = new ArrayList<>(List.of("--port=0", "--admin-port=0"));
        for (Object option : options) {
            all.add(option.toString());
        }
        return new TestSimulator(settings(all.toArray(String[]::new)));
    }

    /** The settings that options make. */
    static SimulatorSettings settings(String... options) {
        SimulatorCommand command =
                new SimulatorCommand(InstantSource.system(), new PrintStream(new ByteArrayOutputStream()));
        FinnhubSimulator.commandLine(command).parseArgs(options);
        return command.settings();
    }

    FeedClient connect() throws Exception {
        return connect("key");
    }

    FeedClient connect(String key) throws Exception {
        return FeedClient.connect(simulator.port(), key);
    }

    TruthReport report() {
        return simulator.report();
    }

    /** Trades and price updates that count as sent. */
    int sent() {
        Totals all = report().totals().all();
        return Math.toIntExact(all.trades() + all.priceUpdates());
    }

    int port() {
        return simulator.port();
    }

    /** Whether all is sent and counted. */
    boolean isFinished() {
        TruthReport report = simulator.report();
        return report.finished() && report.framesUnderWay() == 0;
    }

    HttpResponse<String> rest(String path) throws Exception {
        return rest(path, "key");
    }

    HttpResponse<String> rest(String path, String key) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + simulator.port() + "/api/v1" + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri).header("X-Finnhub-Token", key).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + simulator.adminPort() + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode adminJson(String path) throws Exception {
        return JSON.readTree(admin("GET", path, "").body());
    }

    /** Changes the faults; single quotes stand for double ones. */
    void faults(String order) throws Exception {
        HttpResponse<String> answer = admin("POST", "/admin/faults", order.replace('\'', '"'));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    long injected(String fault) {
        return report().totals().injected().getOrDefault(fault, 0L);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
