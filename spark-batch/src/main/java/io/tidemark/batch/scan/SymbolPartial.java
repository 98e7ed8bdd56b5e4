package io.tidemark.batch.scan;

import io.tidemark.batch.profile.PriceLevels;
import io.tidemark.batch.profile.TradeSizes;
import io.tidemark.batch.quality.Lateness;
import io.tidemark.batch.quality.TimeOrder;
import java.io.Serializable;

/**
 * What is known of a symbol's day from some of its rows, beside its minutes. Partials of disjoint sets of rows merge into that
 * of their union, whatever the order. A plain class, because Spark's serializer writes its fields.
 */
final class SymbolPartial implements Serializable {
    private static final long serialVersionUID = 1L;

    final PriceLevels levels = new PriceLevels();
    final TradeSizes sizes = new TradeSizes();
    final TimeOrder order = new TimeOrder();
    final Lateness lateness = new Lateness();
    private long rows;

    void countRow() {
        rows++;
    }

    long rows() {
        return rows;
    }

    void merge(SymbolPartial other) {
        levels.merge(other.levels);
        sizes.merge(other.sizes);
        order.merge(other.order);
        lateness.merge(other.lateness);
        rows += other.rows;
    }
}
