package io.tidemark.dashboard.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Makes those wait whose passwords were wrong too often, longer each time: for a name, so that its password cannot be
 * guessed from many addresses, and for an address, so that it cannot try many names. A try counts as failed from its
 * beginning, until it has succeeded, so that many at the same moment are not more than one after another. Tries while
 * one has to wait do not count. In memory and bounded; an hour without a try is enough to be forgotten.
 */
final class LoginThrottle {
    /** Tries of a name before the first wait: people mistype. */
    static final int FREE_OF_NAME = 5;

    /** Tries from an address before the first wait: many people may be behind one. */
    static final int FREE_OF_ADDRESS = 20;

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 128;

    private record Tries(int count, Instant until) {
        static final Tries NONE = new Tries(0, Instant.MIN);
    }

    private final InstantSource clock;
    private final Cache<String, Tries> names;
    private final Cache<String, Tries> addresses;

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
        this.names = memory();
        this.addresses = memory();
    }

    private Cache<String, Tries> memory() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FORGOTTEN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Begins a try, unless it has to wait: returns for how long, which is zero for one that has begun. */
    synchronized Duration begin(String name, String address) {
        String user = keyOf(name);
        String network = ClientNetwork.of(address);
        Instant now = clock.instant();
        Instant until =
                later(tries(names, user).until(), tries(addresses, network).until());
        if (now.isBefore(until)) {
            return Duration.between(now, until);
        }
        names.put(user, oneMore(tries(names, user), FREE_OF_NAME, now));
        addresses.put(network, oneMore(tries(addresses, network), FREE_OF_ADDRESS, now));
        return Duration.ZERO;
    }

    /** A try was none: the name is clean, the address as before, so that a password of one's own frees no other name. */
    synchronized void succeed(String name, String address) {
        names.invalidate(keyOf(name));
        String network = ClientNetwork.of(address);
        // Since the try could begin, whatever the address had to wait for was over; and a success forgets no sooner or
        // later.
        addresses
                .asMap()
                .computeIfPresent(network, (any, before) -> new Tries(Math.max(0, before.count() - 1), Instant.MIN));
    }

    @EventListener
    void onSuccess(AuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        if (who.getDetails() instanceof WebAuthenticationDetails details) {
            succeed(who.getName(), details.getRemoteAddress());
        }
    }

    private static Tries tries(Cache<String, Tries> memory, String key) {
        Tries known = memory.getIfPresent(key);
        return known == null ? Tries.NONE : known;
    }

    private static Tries oneMore(Tries before, int free, Instant now) {
        int count = before.count() + 1;
        int beyond = count - free;
        if (beyond < 0) {
            return new Tries(count, Instant.MIN);
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 16));
        return new Tries(count, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** As the users are looked up: without regard to case and to what Spring takes off, all up to U+0020 around it. */
    private static String keyOf(String name) {
        String key = name.trim().toLowerCase(Locale.ROOT);
        return key.length() > LONGEST_NAME ? key.substring(0, LONGEST_NAME) : key;
    }
}
