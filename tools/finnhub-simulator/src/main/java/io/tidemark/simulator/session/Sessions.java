package io.tidemark.simulator.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open sessions, and which symbols clients want.
 *
 * <p>A symbol is wanted from its first subscription until the last client subscribed to it says unsubscribe; a lost
 * connection does not make it unwanted. Trades of wanted symbols that nobody hears are missed ones.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private static final long LEAVE_MS = 1_000;

    private final SubscriptionLimits limits;
    private final InstantSource clock;
    private final FeedSignal signal;
    private final List<ClientSession> open = new CopyOnWriteArrayList<>();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();

    public Sessions(SubscriptionLimits limits, InstantSource clock, FeedSignal signal) {
        this.limits = limits;
        this.clock = clock;
        this.signal = signal;
    }

    /** Opens a session; where a key may be used once only, a second session with it ends both. */
    public ClientSession open(String key, Channel channel) {
        ClientSession session = new ClientSession(lastId.incrementAndGet(), key, channel, clock);
        List<ClientSession> sameKey = limits.oneConnectionPerKey()
                ? open.stream().filter(other -> other.hasKeyOf(session)).toList()
                : List.of();
        if (!sameKey.isEmpty()) {
            LOG.info("session {} uses a key that is in use: both connections dropped", session.id());
            open.removeAll(sameKey);
            sameKey.forEach(ClientSession::drop);
            session.drop();
        } else {
            open.add(session);
            LOG.info("session {} opened, {} open", session.id(), open.size());
        }
        signal.wake();
        return session;
    }

    /** Forgets a session whose connection is gone. */
    public void closed(ClientSession session) {
        if (open.remove(session)) {
            LOG.info("session {} closed, {} open", session.id(), open.size());
        }
        signal.wake();
    }

    /** Subscribes a client to a symbol unless that breaks a limit. */
    public SubscribeOutcome subscribe(ClientSession session, String symbol) {
        if (!limits.isTraded(symbol)) {
            return SubscribeOutcome.INVALID_SYMBOL;
        }
        if (session.isSubscribed(symbol)) {
            return SubscribeOutcome.SUBSCRIBED;
        }
        if (session.subscriptionCount() >= limits.maxSymbols()) {
            return SubscribeOutcome.TOO_MANY_SYMBOLS;
        }
        session.add(symbol);
        wanted.add(symbol);
        signal.wake();
        return SubscribeOutcome.SUBSCRIBED;
    }

    /** Ends a subscription; does nothing if there is none. */
    public void unsubscribe(ClientSession session, String symbol) {
        if (session.remove(symbol) && open.stream().noneMatch(s -> s.isSubscribed(symbol))) {
            wanted.remove(symbol);
        }
        signal.wake();
    }

    /** The open sessions, oldest first. */
    public List<ClientSession> all() {
        return open;
    }

    /** Number of the newest session ever opened. */
    public long latestId() {
        return lastId.get();
    }

    /** Whether somebody has subscribed to the symbol and not unsubscribed. */
    public boolean wants(String symbol) {
        return wanted.contains(symbol);
    }

    /** Whether a session younger than the given number hears the symbol. */
    public boolean isHeard(String symbol, long afterId) {
        for (ClientSession session : open) {
            if (session.id() > afterId && session.hears(symbol)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every one of the symbols is heard by somebody. */
    public boolean areHeard(Collection<String> symbols) {
        return symbols.stream().allMatch(symbol -> isHeard(symbol, 0));
    }

    /** Whether something is wanted and all that is wanted is heard. */
    public boolean isAllWantedHeard() {
        return !wanted.isEmpty() && areHeard(wanted);
    }

    /** Whether every client that can be reached has read enough for more to be sent. */
    public boolean areReadyForMore() {
        return open.stream().filter(ClientSession::isReachable).allMatch(ClientSession::isReadyForMore);
    }

    /** Drops the clients that have not read what was sent to them; a feed does not buffer for ever. */
    public void dropSlowOnes() {
        for (ClientSession session : open) {
            if (session.isReachable() && !session.isReadyForMore()) {
                LOG.warn("session {} reads too slowly: dropped", session.id());
                session.abort();
            }
        }
    }

    /** Ends all connections without a closing handshake, after what is under way has been sent; returns how many. */
    public int dropAll() {
        return endAll(ClientSession::drop);
    }

    /** Resets all connections at once; what is under way is lost. Returns how many there were. */
    public int resetAll() {
        return endAll(ClientSession::abort);
    }

    /** Leaves all connections half open: nothing is read, written or closed any more. Returns how many there were. */
    public int freezeAll() {
        return endAll(ClientSession::freeze);
    }

    /** Forgets the sessions at once, so that clients which come back meet no connection with their key. */
    private int endAll(Consumer<ClientSession> how) {
        List<ClientSession> ending = List.copyOf(open);
        open.removeAll(ending);
        ending.forEach(how);
        signal.wake();
        return ending.size();
    }

    /** Closes all connections in good order, waiting a moment for the clients to take it. */
    public void closeAll() {
        List<ChannelFuture> leaving = open.stream().map(ClientSession::leave).toList();
        leaving.forEach(left -> left.awaitUninterruptibly(LEAVE_MS));
    }

    /** Sends nothing to the clients connected now for a time; returns how many there are. */
    public int silenceAll(long ms) {
        List<ClientSession> silenced = List.copyOf(open);
        silenced.forEach(session -> session.silence(ms));
        return silenced.size();
    }

    /** The symbols that somebody is subscribed to now, sorted. */
    public NavigableSet<String> subscriptions() {
        NavigableSet<String> symbols = new TreeSet<>();
        open.forEach(session -> symbols.addAll(session.subscriptions()));
        return symbols;
    }
}
