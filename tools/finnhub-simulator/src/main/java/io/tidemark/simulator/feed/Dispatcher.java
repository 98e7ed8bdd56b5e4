package io.tidemark.simulator.feed;

import io.tidemark.simulator.session.ClientSession;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.FeedTrade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Sends what is heard; what is wanted and not heard is undelivered. */
    void dispatch(Batch batch) {
        Audience audience = audience(batch);
        send(batch, audience);
        if (!audience.unheard().isEmpty()) {
            undelivered.add(new Batch(batch.number(), audience.unheard(), batch.afterSession()));
        }
    }

    /** Sends all of the batch, or nothing if some of it is wanted and not heard: then all of it is undelivered. */
    void dispatchWhole(Batch batch) {
        Audience audience = audience(batch);
        if (audience.unheard().isEmpty()) {
            send(batch, audience);
        } else {
            undelivered.add(batch);
        }
    }

    /** Who gets which trades of a batch, and which trades are wanted and reach nobody. */
    private record Audience(Map<ClientSession, List<FeedTrade>> parts, List<FeedTrade> unheard, long latestSession) {}

    private Audience audience(Batch batch) {
        long latest = 0;
        boolean[] heard = new boolean[batch.trades().size()];
        Map<ClientSession, List<FeedTrade>> parts = new LinkedHashMap<>();
        for (ClientSession session : sessions.all()) {
            latest = Math.max(latest, session.id());
            // Asked once per batch: a connection that ends meanwhile gets all of its frame or nothing.
            if (session.id() > batch.afterSession() && session.isReachable()) {
                List<FeedTrade> part = subscribed(session, batch.trades(), heard);
                if (!part.isEmpty()) {
                    parts.put(session, part);
                }
            }
        }
        List<FeedTrade> unheard = new ArrayList<>();
        for (int i = 0; i < heard.length; i++) {
            if (!heard[i] && sessions.wants(batch.trades().get(i).symbol())) {
                unheard.add(batch.trades().get(i));
            }
        }
        return new Audience(parts, unheard, latest);
    }

    private void send(Batch batch, Audience audience) {
        audience.parts()
                .forEach((session, part) -> send(session, new Batch(batch.number(), part, audience.latestSession())));
    }

    private static List<FeedTrade> subscribed(ClientSession session, List<FeedTrade> trades, boolean[] heardAnywhere) {
        List<FeedTrade> heard = new ArrayList<>(trades.size());
        for (int i = 0; i < heardAnywhere.length; i++) {
            if (session.isSubscribed(trades.get(i).symbol())) {
                heard.add(trades.get(i));
                heardAnywhere[i] = true;
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
