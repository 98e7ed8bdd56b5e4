package io.tidemark.batch.profile;

import io.tidemark.batch.bars.PreciseSum;
import java.util.List;

/**
 * Point of control and value area of a volume profile, after Steidlmayer's Market Profile (J. F. Dalton and others, Mind over
 * Markets, appendix 1, "Value-Area Calculation", with volume in place of time-price opportunities).
 *
 * <p>The point of control is the row of the greatest volume; of several the one that is closest to the middle of the day's
 * range, and of two as close the lower. From there the area grows until it holds at least 70 % of the day's volume: by the two
 * rows above it or the two rows below it, whichever hold more together; by those above when they hold the same. Of a side
 * that has but one row left, this row alone is compared. Rows are the prices at which was traded: a price without trades is none.
 *
 * @param pointOfControl index of the row
 * @param low index of the area's lowest row
 * @param high index of its highest row
 * @param volume of all rows, in or out of the area
 */
record ValueArea(int pointOfControl, int low, int high, double volume) {
    private static final double SHARE = 0.7;
    private static final int ROWS_AT_ONCE = 2;

    /** The value area of at least one row, ordered by price. */
    static ValueArea of(List<PriceLevel> rows) {
        var sum = new PreciseSum();
        rows.forEach(row -> sum.add(row.volume()));
        double target = SHARE * sum.value();
        int pointOfControl = pointOfControl(rows);
        int low = pointOfControl;
        int high = pointOfControl;
        var area = new PreciseSum();
        area.add(rows.get(pointOfControl).volume());
        while (area.value() < target && (low > 0 || high < rows.size() - 1)) {
            int highest = Math.min(rows.size() - 1, high + ROWS_AT_ONCE);
            int lowest = Math.max(0, low - ROWS_AT_ONCE);
            double above = volume(rows, high + 1, highest);
            double below = volume(rows, lowest, low - 1);
            if (highest > high && (above >= below || lowest == low)) {
                add(area, rows, high + 1, highest);
                high = highest;
            } else {
                add(area, rows, lowest, low - 1);
                low = lowest;
            }
        }
        return new ValueArea(pointOfControl, low, high, sum.value());
    }

    private static int pointOfControl(List<PriceLevel> rows) {
        // Twice the middle, so that it is a whole number of bins.
        long middle = rows.get(0).bin() + rows.get(rows.size() - 1).bin();
        int best = 0;
        for (int i = 1; i < rows.size(); i++) {
            double volume = rows.get(i).volume();
            double most = rows.get(best).volume();
            if (volume > most || (volume == most && distance(rows, i, middle) < distance(rows, best, middle))) {
                best = i;
            }
        }
        return best;
    }

    private static long distance(List<PriceLevel> rows, int row, long middle) {
        return Math.abs(2 * rows.get(row).bin() - middle);
    }

    private static double volume(List<PriceLevel> rows, int from, int to) {
        var sum = new PreciseSum();
        add(sum, rows, from, to);
        return sum.value();
    }

    private static void add(PreciseSum sum, List<PriceLevel> rows, int from, int to) {
        for (int i = from; i <= to; i++) {
            sum.add(rows.get(i).volume());
        }
    }
}
