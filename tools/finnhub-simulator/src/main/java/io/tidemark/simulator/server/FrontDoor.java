package io.tidemark.simulator.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tidemark.simulator.http.HangUp;
import io.tidemark.simulator.http.HttpReplies;
import io.tidemark.simulator.rest.RestApi;
import java.util.Optional;

/** Meets every HTTP request on Finnhub's port: WebSocket handshakes, the REST API, and nothing else. */
public final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Handshakes handshakes;
    private final RestApi rest;

    public FrontDoor(Handshakes handshakes, RestApi rest) {
        this.handshakes = handshakes;
        this.rest = rest;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Optional<QueryStringDecoder> target = target(request);
        if (target.isEmpty()) {
            HttpReplies.send(context, request, HttpReplies.json(400, "{\"error\":\"Bad request\"}"));
        } else if (request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            handshakes.handle(context, request, target.get());
        } else if (target.get().path().startsWith("/api/v1/")) {
            rest.handle(context, request, target.get());
        } else {
            HttpReplies.send(context, request, HttpReplies.json(404, "{\"error\":\"Not found\"}"));
        }
    }

    /** The decoded target; decoded here because what a failure says holds the target and with it the key. */
    private static Optional<QueryStringDecoder> target(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.empty();
        }
        try {
            // Asking for the parameters decodes them.
            QueryStringDecoder target = new QueryStringDecoder(request.uri());
            return target.parameters().isEmpty() && target.path().isEmpty() ? Optional.empty() : Optional.of(target);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        HangUp.because(context, "request", cause);
    }
}
