package io.tidemark.batch.quality;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spans of a UTC date in which a feed was not heard. */
public final class FeedGaps {
    /** One row a gap: the feed, its span, and the symbols that were subscribed. */
    public static final StructType SCHEMA = new StructType()
            .add("feed", DataTypes.StringType, false)
            .add("started_at", DataTypes.TimestampType, false)
            .add("ended_at", DataTypes.TimestampType, false)
            .add("symbols", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private record Gap(String feed, long from, long to) {}

    private final CoveredTime covered;
    private final List<Gap> gaps;

    private FeedGaps(CoveredTime covered, List<Gap> gaps) {
        this.covered = covered;
        this.gaps = gaps;
    }

    /** The gaps that overlap the date: from rows with at least the columns feed, started_at, ended_at, in any order. */
    static FeedGaps of(CoveredTime covered, Iterator<Row> rows) {
        List<Gap> all = new ArrayList<>();
        rows.forEachRemaining(row -> all.add(new Gap(
                row.getAs("feed"),
                row.<Timestamp>getAs("started_at").getTime(),
                row.<Timestamp>getAs("ended_at").getTime())));
        return new FeedGaps(
                covered,
                all.stream()
                        .filter(gap ->
                                gap.to() > gap.from() && gap.to() > covered.start() && gap.from() < covered.end())
                        .distinct()
                        .sorted(Comparator.comparingLong(Gap::from))
                        .toList());
    }

    /** How many there are. */
    long count() {
        return gaps.size();
    }

    /** Length of their union within the date, in seconds. */
    double seconds() {
        long millis = 0;
        long reached = covered.start();
        for (Gap gap : gaps) {
            long end = Math.min(gap.to(), covered.end());
            millis += Math.max(0, end - Math.max(gap.from(), reached));
            reached = Math.max(reached, end);
        }
        return millis / 1000.0;
    }

    /** The minutes of the date that any of them touches. */
    BitSet minutes() {
        var minutes = new BitSet();
        gaps.forEach(gap -> minutes.or(covered.touched(gap.from(), gap.to())));
        return minutes;
    }
}
