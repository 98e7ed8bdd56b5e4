package io.tidemark.batch.quality;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;

/** When a symbol's market is in its regular session: what the judgement of silence needs of a calendar. */
@FunctionalInterface
public interface SessionMinutes extends Serializable {

    /**
     * The minutes of the regular session on a UTC date.
     *
     * @param symbol the feed's symbol
     * @return bit m (0 to 1439) is set for the m-th minute of the date, in UTC, if it lies wholly in the session; all of them for
     *     a market that never closes; none on a holiday. The caller may change it
     */
    BitSet regular(String symbol, LocalDate date);
}
