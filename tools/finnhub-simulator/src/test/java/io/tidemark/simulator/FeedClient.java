package io.tidemark.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that keeps every text frame it gets. */
final class FeedClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Frames frames = new Frames();
    private final WebSocket socket;

    private FeedClient(int port, String key) throws Exception {
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/?token=" + key), frames)
                .get(10, TimeUnit.SECONDS);
    }

    static FeedClient connect(int port, String key) throws Exception {
        return new FeedClient(port, key);
    }

    FeedClient subscribe(String... symbols) throws Exception {
        return send("subscribe", symbols);
    }

    FeedClient unsubscribe(String... symbols) throws Exception {
        return send("unsubscribe", symbols);
    }

    private FeedClient send(String type, String... symbols) throws Exception {
        for (String symbol : symbols) {
            sendText(JSON.createObjectNode()
                    .put("type", type)
                    .put("symbol", symbol)
                    .toString());
        }
        return this;
    }

    void sendText(String text) throws Exception {
        socket.sendText(text, true).get(10, TimeUnit.SECONDS);
    }

    /** All frames so far, as they came. */
    List<String> texts() {
        return frames.copy();
    }

    /** Frames of one type; frames that are no JSON have none. */
    List<JsonNode> frames(String type) {
        return texts().stream()
                .map(FeedClient::json)
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** Entries of all trade frames. */
    List<JsonNode> trades() {
        return frames.trades();
    }

    int tradeCount() {
        return frames.tradeCount;
    }

    boolean isClosed() {
        return frames.closed;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** Cuts the connection without a closing handshake. */
    @Override
    public void close() {
        socket.abort();
    }

    private static final class Frames implements WebSocket.Listener {

        private final List<String> whole = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final List<JsonNode> trades = new ArrayList<>();
        private volatile int tradeCount;
        private volatile boolean closed;

        @Override
        public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                whole.add(part.toString());
                JsonNode frame = json(part.toString());
                if (frame.path("type").asText().equals("trade")) {
                    frame.path("data").forEach(trades::add);
                    tradeCount = trades.size();
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed = true;
        }

        synchronized List<JsonNode> trades() {
            return List.copyOf(trades);
        }

        synchronized List<String> copy() {
            return List.copyOf(whole);
        }
    }
}
