package io.tidemark.simulator.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meets every HTTP request on Finnhub's port and makes a session of those that ask for a WebSocket. */
public final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int MAX_MESSAGE_BYTES = 64 * 1024;

    private final ApiKeys keys;
    private final Sessions sessions;
    private final FeedSignal signal;
    private final Duration pingInterval;
    private final ObjectMapper json;

    public FrontDoor(ApiKeys keys, Sessions sessions, FeedSignal signal, Duration pingInterval, ObjectMapper json) {
        this.keys = keys;
        this.sessions = sessions;
        this.signal = signal;
        this.pingInterval = pingInterval;
        this.json = json;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (isUpgrade(request)) {
            upgrade(context, request);
        } else {
            HttpReplies.send(context, request, HttpReplies.json(404, "{\"error\":\"Not found\"}"));
        }
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        String key = target.parameters().getOrDefault("token", List.of("")).get(0);
        if (!target.path().equals("/")) {
            HttpReplies.send(context, request, HttpReplies.json(404, "{\"error\":\"Not found\"}"));
        } else if (!keys.accepts(key)) {
            LOG.info("handshake refused: bad or missing key");
            HttpReplies.send(context, request, HttpReplies.json(401, "{\"error\":\"Invalid API key\"}"));
        } else {
            handshake(context, request, key);
        }
    }

    private void handshake(ChannelHandlerContext context, FullHttpRequest request, String key) {
        String location = "ws://" + request.headers().get(HttpHeaderNames.HOST, "localhost") + "/";
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory(location, null, true, MAX_MESSAGE_BYTES).newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                openSession(context, key);
            } else {
                HangUp.because(context, "handshake", done.cause());
            }
        });
    }

    private void openSession(ChannelHandlerContext context, String key) {
        ClientSession session = sessions.open(key, context.channel());
        SessionHandler handler = new SessionHandler(json, sessions, signal, session);
        context.pipeline().addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES), handler);
        handler.pingEvery(context, pingInterval);
        context.pipeline().remove(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        HangUp.because(context, "request", cause);
    }
}
