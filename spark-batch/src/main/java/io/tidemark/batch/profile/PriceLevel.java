package io.tidemark.batch.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One bin of a day's volume profile.
 *
 * @param bin its number: prices from {@code bin * step} to {@code (bin + 1) * step}
 * @param price its lower edge
 * @param step its width
 * @param volume traded in it
 * @param trades number of them
 */
record PriceLevel(long bin, double price, double step, double volume, long trades) {

    /** A symbol's levels by price, from rows of {@link PriceLevels#BASE} in any order. */
    static List<PriceLevel> ordered(Iterator<Row> rows) {
        List<PriceLevel> levels = new ArrayList<>();
        rows.forEachRemaining(row -> levels.add(new PriceLevel(
                row.<Long>getAs("bin"),
                row.<Double>getAs("price"),
                row.<Double>getAs("step"),
                row.<Double>getAs("volume"),
                row.<Long>getAs("trades"))));
        levels.sort(Comparator.comparingLong(PriceLevel::bin));
        return levels;
    }
}
