package io.tidemark.ingest.subscription;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wanted symbols and what the feed made of each. It outlives connections: every new one is told all symbols again,
 * and changes go to the open one at once. Safe for use by many threads.
 */
public final class Subscriptions {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private final InstantSource clock;
    private final RetrySchedule invalidRetries;
    private final Map<String, Subscription> wanted = new LinkedHashMap<>();
    /** Symbols in the order of their last subscribe message on this connection. */
    private final LinkedHashSet<String> sent = new LinkedHashSet<>();
    /** Sends on the open connection; takes nothing while there is none. */
    private Predicate<String> sender = Subscriptions::nobodyListens;

    public Subscriptions(InstantSource clock, RetrySchedule invalidRetries, Collection<String> symbols) {
        this.clock = clock;
        this.invalidRetries = invalidRetries;
        Symbols.of(symbols).forEach(symbol -> wanted.put(symbol, Subscription.waiting(symbol)));
    }

    /** Tells a new connection all symbols, those over the limit last. */
    public synchronized void attach(Predicate<String> newSender) {
        sender = newSender;
        sent.clear();
        List<Subscription> all = List.copyOf(wanted.values());
        all.stream().filter(one -> one.state() != SubscriptionState.OVER_LIMIT).forEach(this::subscribe);
        all.stream().filter(one -> one.state() == SubscriptionState.OVER_LIMIT).forEach(this::subscribe);
    }

    /** The connection is gone: active symbols wait for the next one. */
    public synchronized void detach() {
        sender = Subscriptions::nobodyListens;
        sent.clear();
        wanted.replaceAll(
                (symbol, one) -> one.state() == SubscriptionState.ACTIVE ? one.in(SubscriptionState.WAITING) : one);
    }

    /** Wants exactly these symbols. */
    public synchronized void replace(Collection<String> symbols) {
        var next = Symbols.of(symbols);
        remove(wanted.keySet().stream().filter(symbol -> !next.contains(symbol)).toList());
        add(next);
    }

    /** Wants these symbols too. */
    public synchronized void add(Collection<String> symbols) {
        for (String symbol : Symbols.of(symbols)) {
            if (!wanted.containsKey(symbol)) {
                LOG.info("symbol {} added", symbol);
                wanted.put(symbol, Subscription.waiting(symbol));
                subscribe(Subscription.waiting(symbol));
            }
        }
    }

    /** Wants these symbols no longer; room that becomes free goes to symbols over the limit. */
    public synchronized void remove(Collection<String> symbols) {
        int freed = 0;
        for (String symbol : Symbols.of(symbols)) {
            Subscription removed = wanted.remove(symbol);
            if (removed != null) {
                LOG.info("symbol {} removed", symbol);
                freed += removed.state() == SubscriptionState.ACTIVE ? 1 : 0;
                unsubscribe(symbol);
            }
        }
        List<Subscription> overLimit = wanted.values().stream()
                .filter(one -> one.state() == SubscriptionState.OVER_LIMIT)
                .limit(freed)
                .toList();
        overLimit.forEach(this::subscribe);
    }

    /**
     * The feed allows no more symbols. It names none; the one subscribed last is at fault and is given up.
     *
     * @return the symbol given up, empty when none is subscribed
     */
    public synchronized Optional<String> onOverLimit() {
        Optional<String> last = sent.stream().reduce((earlier, later) -> later);
        last.ifPresent(symbol -> {
            wanted.computeIfPresent(symbol, (name, one) -> one.in(SubscriptionState.OVER_LIMIT));
            unsubscribe(symbol);
        });
        return last;
    }

    /** The feed calls a symbol invalid: tried again by the schedule. False when it is not among the wanted ones. */
    public synchronized boolean onInvalid(String symbol) {
        sent.remove(symbol);
        return wanted.computeIfPresent(
                        symbol, (name, one) -> one.refused(clock.instant().plus(invalidRetries.delay(one.refusals()))))
                != null;
    }

    /** Tries again what is due. */
    public synchronized void tick() {
        List<Subscription> due = wanted.values().stream()
                .filter(one -> one.retryAt() != null && !clock.instant().isBefore(one.retryAt()))
                .toList();
        due.forEach(this::subscribe);
    }

    /** All wanted symbols in the order in which they came. */
    public synchronized List<Subscription> all() {
        return List.copyOf(wanted.values());
    }

    /** Symbols subscribed on the open connection. */
    public synchronized List<String> active() {
        return wanted.values().stream()
                .filter(one -> one.state() == SubscriptionState.ACTIVE)
                .map(Subscription::symbol)
                .toList();
    }

    private void subscribe(Subscription one) {
        if (sender.test(message("subscribe", one.symbol()))) {
            wanted.put(one.symbol(), one.in(SubscriptionState.ACTIVE));
            sent.remove(one.symbol());
            sent.add(one.symbol());
        }
    }

    private void unsubscribe(String symbol) {
        if (sent.remove(symbol) && !sender.test(message("unsubscribe", symbol))) {
            LOG.debug("{} needs no unsubscribe: the connection is closing", symbol);
        }
    }

    /** Symbols hold nothing that JSON would have to escape, see {@link Symbols}. */
    private static String message(String type, String symbol) {
        return "{\"type\":\"" + type + "\",\"symbol\":\"" + symbol + "\"}";
    }

    private static boolean nobodyListens(String message) {
        LOG.trace("not connected, not sent: {}", message);
        return false;
    }
}
