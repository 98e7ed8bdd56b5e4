package io.tidemark.simulator.feed;

import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.FeedTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends batches to the clients that hear their symbols and counts what was written. Trades that nobody is subscribed to
 * are neither sent nor counted. Used by the playing thread; outcomes arrive on the thread of the connection.
 */
final class Dispatcher {

    private final Sessions sessions;
    private final Outlet outlet;
    private final UndeliveredTrades undelivered;
    private final AtomicInteger framesUnderWay = new AtomicInteger();

    Dispatcher(Outlet outlet, UndeliveredTrades undelivered) {
        this.sessions = outlet.sessions();
        this.outlet = outlet;
        this.undelivered = undelivered;
    }

    /** Frames whose writing has neither succeeded nor failed yet. */
    int framesUnderWay() {
        return framesUnderWay.get();
    }

    void dispatch(Batch batch) {
        long latest = sessions.latestId();
        boolean[] sent = new boolean[batch.trades().size()];
        for (ClientSession session : sessions.all()) {
            if (session.id() > batch.afterSession()) {
                List<FeedTrade> heard = heardBy(session, batch.trades(), sent);
                if (!heard.isEmpty()) {
                    send(session, new Batch(batch.number(), heard, latest));
                }
            }
        }
        List<FeedTrade> unheard = new ArrayList<>();
        for (int i = 0; i < sent.length; i++) {
            if (!sent[i] && sessions.wants(batch.trades().get(i).symbol())) {
                unheard.add(batch.trades().get(i));
            }
        }
        if (!unheard.isEmpty()) {
            undelivered.add(new Batch(batch.number(), unheard, batch.afterSession()));
        }
    }

    private static List<FeedTrade> heardBy(ClientSession session, List<FeedTrade> trades, boolean[] sent) {
        List<FeedTrade> heard = new ArrayList<>(trades.size());
        for (int i = 0; i < sent.length; i++) {
            if (session.hears(trades.get(i).symbol())) {
                heard.add(trades.get(i));
                sent[i] = true;
            }
        }
        return heard;
    }

    private void send(ClientSession session, Batch part) {
        framesUnderWay.incrementAndGet();
        outlet.sender().send(session, part.trades()).addListener(written -> {
            if (written.isSuccess()) {
                outlet.truth().sent(part.trades());
            } else {
                failed(session, part);
            }
            framesUnderWay.decrementAndGet();
            outlet.signal().wake();
        });
    }

    /** Where another client got the same trades at the time, sending them again would double them there. */
    private void failed(ClientSession session, Batch part) {
        List<FeedTrade> lost = new ArrayList<>();
        List<FeedTrade> again = new ArrayList<>();
        for (FeedTrade trade : part.trades()) {
            boolean elsewhere = sessions.all().stream()
                    .anyMatch(s -> s != session && s.id() <= part.afterSession() && s.hears(trade.symbol()));
            (elsewhere ? lost : again).add(trade);
        }
        outlet.truth().missed(lost);
        if (!again.isEmpty()) {
            undelivered.add(new Batch(part.number(), again, part.afterSession()));
        }
    }
}
