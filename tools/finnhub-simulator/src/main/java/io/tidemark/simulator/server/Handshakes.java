package io.tidemark.simulator.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.tidemark.simulator.fault.FaultBoard;
import io.tidemark.simulator.fault.FaultKind;
import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.http.HangUp;
import io.tidemark.simulator.http.HttpReplies;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP requests into WebSockets: {@code /?token=KEY}, 401 for a bad key, or what a fault says. */
public final class Handshakes {

    private static final Logger LOG = LoggerFactory.getLogger(Handshakes.class);

    private final ApiKeys keys;
    private final FaultBoard faults;
    private final GroundTruth truth;
    private final SessionStarter starter;

    /**
     * The way in.
     *
     * @param keys which API keys are good
     * @param faults what goes wrong
     * @param truth counts what went wrong
     * @param starter takes the connections that made it
     */
    public Handshakes(ApiKeys keys, FaultBoard faults, GroundTruth truth, SessionStarter starter) {
        this.keys = keys;
        this.faults = faults;
        this.truth = truth;
        this.starter = starter;
    }

    void handle(ChannelHandlerContext context, FullHttpRequest request, QueryStringDecoder target) {
        String key = target.parameters().getOrDefault("token", List.of("")).get(0);
        FaultPlan.Handshake fault = faults.plan().handshake();
        if (!target.path().equals("/")) {
            refuse(context, request, 404, "Not found");
        } else if (fault != null && faults.strikes(FaultKind.HANDSHAKE)) {
            truth.injected(FaultKind.HANDSHAKE.key());
            refuse(context, request, fault.status(), "Simulated failure");
        } else if (!keys.accepts(key)) {
            refuse(context, request, 401, key.isEmpty() ? "Please use an API key." : "Invalid API key");
        } else {
            upgrade(context, request, key);
        }
    }

    private static void refuse(ChannelHandlerContext context, FullHttpRequest request, int status, String why) {
        LOG.info("handshake refused with {}: {}", status, why);
        HttpReplies.send(context, request, HttpReplies.json(status, "{\"error\":\"" + why + "\"}"));
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request, String key) {
        String location = "ws://" + request.headers().get(HttpHeaderNames.HOST, "localhost") + "/";
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        location, null, true, SessionStarter.MAX_MESSAGE_BYTES)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                starter.start(context, key);
            } else {
                HangUp.because(context, "handshake", done.cause());
            }
        });
    }
}
