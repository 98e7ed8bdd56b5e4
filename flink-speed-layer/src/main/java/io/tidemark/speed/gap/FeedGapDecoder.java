package io.tidemark.speed.gap;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.FeedGapCodec;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.newsanalysis.text.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a record to a gap that the database can hold: one that it refuses would stop the job again and again.
 * For one thread.
 */
final class FeedGapDecoder {
    /** The end of 2099, epoch ms: what lies beyond is a fault and no time. */
    private static final long MAX_TIME = 4_102_444_800_000L;

    /** A feed's name is part of keys, which have to fit an index. */
    private static final int MAX_NAME = 300;

    private static final int MAX_REASON = 1_000;

    private final FeedGapCodec codec = new FeedGapCodec();

    /**
     * Reads a record. Control characters of its reason, which may be the other side's words, become blanks.
     *
     * @throws DecodeException when it is no gap, its times are not between 1970 and 2100, or the name of its feed or of a
     *     symbol is blank, too long or holds control characters
     */
    ObservedGap decode(byte @Nullable [] value) throws DecodeException {
        if (value == null) {
            throw new DecodeException("the record has no value");
        }
        FeedGap gap = codec.decode(value);
        if (gap.from() < 0 || gap.to() > MAX_TIME) {
            throw new DecodeException(
                    "times from " + gap.from() + " to " + gap.to() + " are not between 1970 and 2100");
        }
        if (!CleanText.isName(gap.feed(), MAX_NAME)) {
            throw new DecodeException("the feed has no name that could be kept");
        }
        if (!gap.symbols().stream().allMatch(symbol -> CleanText.isName(symbol, MAX_NAME))) {
            throw new DecodeException("a symbol has no name that could be kept");
        }
        return ObservedGap.of(new FeedGap(
                gap.feed(), gap.symbols(), gap.from(), gap.to(), CleanText.oneLine(gap.reason(), MAX_REASON)));
    }
}
