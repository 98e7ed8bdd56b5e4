package io.tidemark.simulator.rest;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls that a key may make in a calendar minute and in a second. Safe for several threads. */
public final class RateLimits {

    private static final int MAX_KEYS = 1000;
    private static final long SECOND_MS = 1000;
    private static final long MINUTE_MS = 60_000;

    private final int perMinute;
    private final int perSecond;
    private final InstantSource clock;
    private final Map<String, Usage> usages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Usage> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private record Usage(long minute, int inMinute, long second, int inSecond) {}

    /**
     * What became of a call.
     *
     * @param allowed whether it may be answered
     * @param limit calls in a minute
     * @param remaining calls left in this minute
     * @param resetsAt when the minute ends, epoch s
     */
    record Verdict(boolean allowed, int limit, int remaining, long resetsAt) {}

    public RateLimits(int perMinute, int perSecond, InstantSource clock) {
        this.perMinute = perMinute;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Counts a call. Calls that are refused count as well, but only up to the limit. */
    synchronized Verdict call(String key) {
        long now = clock.millis();
        long minute = Math.floorDiv(now, MINUTE_MS);
        long second = Math.floorDiv(now, SECOND_MS);
        Usage before = usages.getOrDefault(key, new Usage(minute, 0, second, 0));
        int inMinute = before.minute() == minute ? before.inMinute() : 0;
        int inSecond = before.second() == second ? before.inSecond() : 0;
        boolean allowed = inMinute < perMinute && inSecond < perSecond;
        int used = Math.min(perMinute, inMinute + 1);
        usages.put(key, new Usage(minute, used, second, Math.min(perSecond, inSecond + 1)));
        return new Verdict(allowed, perMinute, perMinute - used, (minute + 1) * (MINUTE_MS / SECOND_MS));
    }
}
