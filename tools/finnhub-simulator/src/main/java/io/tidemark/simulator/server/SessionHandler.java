package io.tidemark.simulator.server;

import static io.netty.channel.ChannelFutureListener.CLOSE;
import static io.netty.channel.ChannelFutureListener.CLOSE_ON_FAILURE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.tidemark.simulator.http.HangUp;
import io.tidemark.simulator.session.ClientMessage;
import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.session.SubscribeOutcome;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's side of the conversation: subscriptions in, error frames and pings out. */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);
    private static final String PING = "{\"type\":\"ping\"}";

    private final ObjectMapper json;
    private final Sessions sessions;
    private final FeedSignal signal;
    private final ClientSession session;

    SessionHandler(ObjectMapper json, Sessions sessions, FeedSignal signal, ClientSession session) {
        this.json = json;
        this.sessions = sessions;
        this.signal = signal;
        this.session = session;
    }

    /** Sends Finnhub's own ping, a text frame, at this interval for as long as the session can be reached. */
    void pingEvery(ChannelHandlerContext context, Duration interval) {
        long ms = interval.toMillis();
        var pings =
                context.channel().eventLoop().scheduleAtFixedRate(() -> ping(context), ms, ms, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> pings.cancel(false));
    }

    private void ping(ChannelHandlerContext context) {
        if (session.isReachable() && session.isReadyForMore()) {
            session.send(text(context, PING)).addListener(CLOSE_ON_FAILURE);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame message) {
            onMessage(context, message.text());
        } else if (frame instanceof PingWebSocketFrame ping && session.isReachable()) {
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()))
                    .addListener(CLOSE_ON_FAILURE);
        } else if (frame instanceof CloseWebSocketFrame close) {
            sessions.closed(session);
            context.writeAndFlush(close.retain()).addListener(CLOSE);
        }
    }

    private void onMessage(ChannelHandlerContext context, String text) {
        ClientMessage message = ClientMessage.parse(json, text);
        if (message instanceof ClientMessage.Subscribe subscribe) {
            answer(context, subscribe.symbol(), sessions.subscribe(session, subscribe.symbol()));
        } else if (message instanceof ClientMessage.Unsubscribe unsubscribe) {
            sessions.unsubscribe(session, unsubscribe.symbol());
        } else if (message instanceof ClientMessage.Unknown unknown) {
            LOG.warn("session {} sent a message that means nothing: {}", session.id(), unknown.problem());
        }
    }

    private void answer(ChannelHandlerContext context, String symbol, SubscribeOutcome outcome) {
        switch (outcome) {
            case TOO_MANY_SYMBOLS -> error(context, "Subscribing to too many symbols");
            case INVALID_SYMBOL -> error(context, "Invalid symbol " + symbol);
            case SUBSCRIBED -> LOG.debug("session {} subscribed to {}", session.id(), symbol);
        }
    }

    private void error(ChannelHandlerContext context, String message) {
        if (!session.isReachable()) {
            return;
        }
        String frame =
                json.createObjectNode().put("type", "error").put("msg", message).toString();
        session.send(text(context, frame)).addListener(CLOSE_ON_FAILURE);
    }

    private static ByteBuf text(ChannelHandlerContext context, String text) {
        return ByteBufUtil.writeUtf8(context.alloc(), text);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        signal.wake();
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sessions.closed(session);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        HangUp.because(context, "session " + session.id(), cause);
    }
}
