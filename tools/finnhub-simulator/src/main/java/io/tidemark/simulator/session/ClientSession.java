package io.tidemark.simulator.session;

import static io.netty.channel.ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.InstantSource;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One open WebSocket and the symbols its client is subscribed to. Safe for several threads. */
public final class ClientSession {

    private static final long LINGER_MS = 2_000;

    private final long id;
    private final String key;
    private final Channel channel;
    private final InstantSource clock;
    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile long silentUntil = Long.MIN_VALUE;
    private volatile boolean frozen;
    private volatile boolean ended;

    /**
     * A session over an upgraded channel.
     *
     * @param id grows with every session
     * @param key the API key it came with; a secret, never to be logged
     * @param channel carries WebSocket frames
     * @param clock for the end of silences
     */
    ClientSession(long id, String key, Channel channel, InstantSource clock) {
        this.id = id;
        this.key = key;
        this.channel = channel;
        this.clock = clock;
    }

    /** Number of the session; later ones have higher numbers. */
    public long id() {
        return id;
    }

    boolean hasKeyOf(ClientSession other) {
        return key.equals(other.key);
    }

    boolean add(String symbol) {
        return subscriptions.add(symbol);
    }

    boolean remove(String symbol) {
        return subscriptions.remove(symbol);
    }

    int subscriptionCount() {
        return subscriptions.size();
    }

    /** Whether frames about a symbol reach this client at the moment. */
    public boolean hears(String symbol) {
        return isReachable() && subscriptions.contains(symbol);
    }

    /** Whether the client is subscribed to a symbol, reachable or not. */
    public boolean isSubscribed(String symbol) {
        return subscriptions.contains(symbol);
    }

    /** The subscriptions, sorted. */
    public NavigableSet<String> subscriptions() {
        return new TreeSet<>(subscriptions);
    }

    /** Whether anything is sent to this client: it is connected and no silence or freeze is in force. */
    public boolean isReachable() {
        return !ended && !frozen && channel.isActive() && clock.millis() >= silentUntil;
    }

    /** Whether the client has read enough for more to be sent; frames sent regardless are buffered in memory. */
    public boolean isReadyForMore() {
        return channel.isWritable();
    }

    /** Sends one text frame; the future succeeds when the operating system has taken all of it. */
    public ChannelFuture send(ByteBuf text) {
        return channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    /** Sends nothing, not even pings, for a time, with the socket open. */
    void silence(long ms) {
        silentUntil = clock.millis() + ms;
    }

    /** Neither reads nor writes nor closes from now on: the far end of a half-open connection. */
    void freeze() {
        frozen = true;
        channel.config().setAutoRead(false);
    }

    /** Says that the server goes away, and closes. */
    ChannelFuture leave() {
        ended = true;
        return channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Ends the connection without a closing handshake, after what is under way has been sent. */
    void drop() {
        ended = true;
        // Not in the listener itself: it runs in the middle of a flush, where ending the output would report frames as
        // failed
        // whose bytes are on their way.
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(done -> channel.eventLoop().execute(this::endOutput));
    }

    private void endOutput() {
        if (channel instanceof DuplexChannel duplex && channel.isActive()) {
            // Ends our direction only: closing at once could reset the connection and lose what the client has not
            // read.
            duplex.shutdownOutput().addListener(FIRE_EXCEPTION_ON_FAILURE);
            var close = channel.eventLoop().schedule(this::close, LINGER_MS, TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(closed -> close.cancel(false));
        } else {
            close();
        }
    }

    /** Resets the connection at once; what is under way is lost. */
    void abort() {
        ended = true;
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        close();
    }

    private void close() {
        channel.close().addListener(FIRE_EXCEPTION_ON_FAILURE);
    }
}
