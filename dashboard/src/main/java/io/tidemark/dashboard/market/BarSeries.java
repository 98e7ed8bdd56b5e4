package io.tidemark.dashboard.market;

import java.util.List;

/**
 * The bars of a series from some instant on, oldest first.
 *
 * @param complete whether there is nothing older to load
 */
public record BarSeries(SeriesKey key, List<Bar> bars, boolean complete) {
    /** More changed bars than this are sent as a whole series. */
    private static final int LONGEST_TAIL = 30;

    public BarSeries {
        bars = List.copyOf(bars);
    }

    /** What someone who has seen an earlier state of this series must be told. */
    public SeriesChange since(BarSeries seen) {
        if (seen.equals(this)) {
            return SeriesChange.Unchanged.INSTANCE;
        }
        if (!seen.key.equals(key) || seen.complete != complete || seen.bars.size() > bars.size()) {
            return SeriesChange.Replaced.INSTANCE;
        }
        int same = 0;
        while (same < seen.bars.size() && seen.bars.get(same).equals(bars.get(same))) {
            same++;
        }
        if (same == bars.size()) {
            return SeriesChange.Unchanged.INSTANCE;
        }
        for (int i = same; i < seen.bars.size(); i++) {
            if (!seen.bars.get(i).bucket().equals(bars.get(i).bucket())) {
                return SeriesChange.Replaced.INSTANCE;
            }
        }
        return bars.size() - same > LONGEST_TAIL
                ? SeriesChange.Replaced.INSTANCE
                : new SeriesChange.Tail(bars.subList(same, bars.size()));
    }
}
