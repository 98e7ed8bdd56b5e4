package io.tidemark.batch.parse;

/**
 * 64-bit hashes of what a row says. Among the trades of one symbol and minute, a hundred thousand at the very most, two of
 * different content meet by chance once in billions of such minutes.
 */
public final class ContentHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ContentHash() {}

    /** FNV-1a of a text, by its UTF-16 units (Fowler, Noll and Vo's function). */
    public static long of(CharSequence text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Takes one more number into a hash: the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over both. */
    public static long with(long hash, long number) {
        long mixed = hash + 0x9e3779b97f4a7c15L ^ number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The same for a floating-point number. */
    public static long with(long hash, double number) {
        return with(hash, Double.doubleToRawLongBits(number));
    }
}
