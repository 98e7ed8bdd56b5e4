package io.tidemark.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** A listening HTTP port. */
public final class BoundPort {

    private static final int MAX_REQUEST_BYTES = 1 << 20;
    private static final int MAX_URI_BYTES = 8 * 1024;
    private static final int FLUSH_AFTER = 64;
    /** Small, since what the operating system has taken counts as sent even if a client dies before it reads it. */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(128 * 1024, 512 * 1024);

    private final Channel channel;

    private BoundPort(Channel channel) {
        this.channel = channel;
    }

    /**
     * Listens on a port.
     *
     * @param group the threads to run on
     * @param host address to listen on
     * @param port 0 for any free one
     * @param handlers makes the last handler of each connection's pipeline, which takes whole requests
     * @throws PortTakenException if the port cannot be listened on
     */
    public static BoundPort bind(
            EventLoopGroup group, String host, int port, Supplier<? extends ChannelHandler> handlers) {
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        new FlushConsolidationHandler(FLUSH_AFTER, true),
                                        new HttpServerCodec(MAX_URI_BYTES, 16 * 1024, 16 * 1024),
                                        new HttpObjectAggregator(MAX_REQUEST_BYTES),
                                        handlers.get());
                    }
                })
                .bind(host, port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortTakenException(host, port, bound.cause());
        }
        return new BoundPort(bound.channel());
    }

    /** The real port number. */
    public int number() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Stops listening; open connections are not touched. */
    public void close() {
        channel.close().awaitUninterruptibly();
    }
}
