package io.tidemark.ingest.feed;

import io.tidemark.servicekit.config.SecretValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Connections to Finnhub by okhttp. The key is part of the address, so no okhttp object may reach a log. */
public final class OkHttpFeedSockets implements FeedSockets, AutoCloseable {
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofMinutes(1);
    private static final int NORMAL_CLOSURE = 1000;
    private static final int SWITCHING_PROTOCOLS = 101;

    /** A frame that is too long is still read up to this factor, so that its beginning can be kept. */
    private static final int TOLERANCE = 4;

    private final OkHttpClient client;
    private final Request request;
    private final TokenMask mask;
    private final long receiveLimit;

    /**
     * Prepares connections; none is opened yet.
     *
     * @param address ws or wss, without the key
     * @param maxFrame bytes of the longest frame that makes sense
     */
    public OkHttpFeedSockets(URI address, SecretValue token, long maxFrame) {
        this.receiveLimit = maxFrame * TOLERANCE;
        this.mask = new TokenMask(token);
        // Redirects are not followed: the key is meant for the configured host only.
        this.client = new OkHttpClient.Builder()
                .connectTimeout(HANDSHAKE_TIMEOUT)
                .readTimeout(HANDSHAKE_TIMEOUT)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(OkHttpFeedSockets::uncompressed)
                .build();
        String http = address.toString().replaceFirst("^ws", "http");
        HttpUrl url = HttpUrl.get(http)
                .newBuilder()
                .addQueryParameter("token", token.reveal())
                .build();
        this.request = new Request.Builder().url(url).build();
    }

    @Override
    public FeedSocket open(FeedSocketListener listener) {
        var limit = new ReceiveLimit(receiveLimit);
        OkHttpClient limited = client.newBuilder().socketFactory(limit).build();
        return new Socket(limited.newWebSocket(request, new Callbacks(listener, limit)));
    }

    /** Without compression a frame's bytes on the wire bound its size in memory; the feed is a trickle anyway. */
    private static Response uncompressed(Interceptor.Chain chain) throws IOException {
        Request plain = chain.request()
                .newBuilder()
                .removeHeader("Sec-WebSocket-Extensions")
                .build();
        return chain.proceed(plain);
    }

    /** Frees the threads; open connections are not closed. */
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private record Socket(WebSocket webSocket) implements FeedSocket {

        @Override
        public boolean send(String text) {
            return webSocket.send(text);
        }

        @Override
        public void close() {
            webSocket.close(NORMAL_CLOSURE, null);
        }

        @Override
        public void cancel() {
            webSocket.cancel();
        }

        @Override
        public String toString() {
            return "Socket";
        }
    }

    private final class Callbacks extends WebSocketListener {
        private final FeedSocketListener listener;
        private final ReceiveLimit limit;
        private final AtomicBoolean lost = new AtomicBoolean();

        Callbacks(FeedSocketListener listener, ReceiveLimit limit) {
            this.listener = listener;
            this.limit = limit;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            listener.onOpen();
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            limit.messageComplete();
            listener.onText(text);
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            limit.messageComplete();
            listener.onBinary(bytes.toByteArray());
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(NORMAL_CLOSURE, null);
            lost(new FeedLoss.Broken(
                    mask.clean("closed by the feed: " + code + (reason.isEmpty() ? "" : " " + reason))));
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            if (response == null || response.code() == SWITCHING_PROTOCOLS) {
                lost(new FeedLoss.Broken(mask.clean(inWords(failure))));
            } else {
                lost(refusal(response));
            }
        }

        private void lost(FeedLoss loss) {
            if (lost.compareAndSet(false, true)) {
                listener.onLost(loss);
            }
        }
    }

    private static FeedLoss refusal(Response response) {
        int code = response.code();
        return switch (code) {
            case 401, 403 -> new FeedLoss.Rejected("HTTP " + code + ": the feed refused the key (finnhub.token)");
            case 429 -> new FeedLoss.Throttled("HTTP 429: too many connections or calls", retryAfter(response));
            default -> new FeedLoss.Broken("HTTP " + code + " instead of 101 at the handshake");
        };
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : DEFAULT_RETRY_AFTER;
    }

    private static String inWords(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return "connection failed: " + (message == null ? kind : kind + ": " + message);
    }
}
