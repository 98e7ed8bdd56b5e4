package io.tidemark.simulator.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import java.time.Duration;

/**
 * Makes a session of a connection whose handshake is done.
 *
 * @param sessions where it is kept
 * @param signal woken when it can take more
 * @param pingInterval time between ping frames
 * @param json reads and writes messages
 */
public record SessionStarter(Sessions sessions, FeedSignal signal, Duration pingInterval, ObjectMapper json) {

    static final int MAX_MESSAGE_BYTES = 64 * 1024;

    void start(ChannelHandlerContext context, String key) {
        ClientSession session = sessions.open(key, context.channel());
        SessionHandler handler = new SessionHandler(json, sessions, signal, session);
        context.pipeline().addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES), handler);
        handler.pingEvery(context, pingInterval);
    }
}
