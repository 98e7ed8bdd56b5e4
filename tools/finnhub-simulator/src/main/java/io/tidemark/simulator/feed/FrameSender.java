package io.tidemark.simulator.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.concurrent.Future;
import io.tidemark.simulator.session.ClientSession;
import java.util.List;

/** Puts trades into one frame and sends it to one client. For one thread. */
public final class FrameSender {

    private static final int BYTES_PER_TRADE = 112;

    private final TradeFrameEncoder encoder = new TradeFrameEncoder();

    /** Sends the trades; the future succeeds when the operating system has taken the frame. */
    Future<Void> send(ClientSession session, List<FeedTrade> trades) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.buffer(trades.size() * BYTES_PER_TRADE);
        encoder.encode(trades, frame);
        return session.send(frame);
    }
}
