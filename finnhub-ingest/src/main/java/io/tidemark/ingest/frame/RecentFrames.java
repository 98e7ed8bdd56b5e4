package io.tidemark.ingest.frame;

/**
 * Remembers the last few frames to notice that one came again. Finnhub has delivered frames three times; because equal
 * frames may also be two real trades, this only says so and never drops anything. Confined to one thread.
 */
public final class RecentFrames {
    private static final int REMEMBERED = 16;

    private final long[] fingerprints = new long[REMEMBERED];
    private int next;
    private int filled;

    /** Whether the same text is among the last 16; it is remembered either way. */
    public boolean seenBefore(String text) {
        long fingerprint = fingerprint(text);
        boolean seen = false;
        for (int i = 0; i < filled; i++) {
            seen |= fingerprints[i] == fingerprint;
        }
        fingerprints[next] = fingerprint;
        next = (next + 1) % REMEMBERED;
        filled = Math.min(filled + 1, REMEMBERED);
        return seen;
    }

    /** FNV-1a over the characters, 64 bits: an accidental match among 16 frames will not be met. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
