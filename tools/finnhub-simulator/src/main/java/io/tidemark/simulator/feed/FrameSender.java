package io.tidemark.simulator.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.tidemark.simulator.fault.FaultBoard;
import io.tidemark.simulator.fault.FaultKind;
import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.List;

/** Puts trades into one frame and sends it to one client, along with what the faults in force make of it. For one thread. */
public final class FrameSender {

    private static final int BYTES_PER_TRADE = 112;

    private final TradeFrameEncoder encoder = new TradeFrameEncoder();
    private final FrameFaults faults;
    private final GroundTruth truth;

    /**
     * A sender.
     *
     * @param board the faults in force
     * @param truth counts copies and what faults put in; the trades themselves are counted by the caller
     */
    public FrameSender(FaultBoard board, GroundTruth truth) {
        this.faults = new FrameFaults(board);
        this.truth = truth;
    }

    /** Sends the trades; the future succeeds when the operating system has taken the frame. */
    ChannelFuture send(ClientSession session, List<FeedTrade> trades) {
        sendIntruders(session);
        FrameAdditions additions = faults.additions(trades);
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.buffer(trades.size() * BYTES_PER_TRADE);
        encoder.encode(trades, additions, frame);
        int copies = faults.extraCopies();
        ByteBuf copied = frame.retainedDuplicate();
        ChannelFuture sent = session.send(frame);
        sent.addListener(written -> {
            if (written.isSuccess()) {
                additions.struck().forEach(kind -> truth.injected(kind.key()));
            }
        });
        sendAgain(session, copied, copies, trades.size());
        copied.release();
        return sent;
    }

    private void sendAgain(ClientSession session, ByteBuf frame, int copies, int trades) {
        for (int copy = 0; copy < copies; copy++) {
            session.send(frame.retainedDuplicate()).addListener(written -> {
                if (written.isSuccess()) {
                    truth.sentAgain(trades);
                }
            });
        }
        if (copies > 0) {
            truth.injected(FaultKind.DUPLICATE.key());
        }
    }

    private void sendIntruders(ClientSession session) {
        for (FaultKind kind : faults.intruders()) {
            ByteBuf frame = ByteBufUtil.writeUtf8(PooledByteBufAllocator.DEFAULT, faults.intruder(kind));
            session.send(frame).addListener(written -> {
                if (written.isSuccess()) {
                    truth.injected(kind.key());
                }
            });
        }
    }
}
