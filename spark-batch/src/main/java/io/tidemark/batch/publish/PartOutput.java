package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.bars.PartialBar;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Where the tasks of a run put their bars: the stage in the database and the run's temporary directory, in one pass. Bars
 * pass through; only the counts per symbol and hour are kept.
 *
 * @param database of the stage
 * @param directory the run's temporary directory, the same for every task
 * @param runId the run
 */
public record PartOutput(DatabaseAddress database, String directory, long runId) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Writes the buckets of one task, and the base rows that come up on the way.
     *
     * @param part number of the task
     * @param attempt Spark's number of the attempt
     * @param scan gives the buckets, and adds base rows to the sink that it is given until there is no further bucket
     * @throws SQLException when the database refuses; then nothing of this part is staged
     */
    public StagedPart write(int part, long attempt, Function<BaseSink, Iterator<Bucket>> scan)
            throws SQLException, IOException {
        Map<Interval, Long> bars = new EnumMap<>(Interval.class);
        List<Bucket> hours = new ArrayList<>();
        try (var files = new ResultPart(Path.of(directory), part, attempt);
                var stage = StageWriter.open(database, runId, part)) {
            Iterator<Bucket> buckets = scan.apply(files);
            while (buckets.hasNext()) {
                Bucket bucket = buckets.next();
                if (bucket.isBar()) {
                    Bar bar = bucket.toBar();
                    bars.merge(bar.interval(), 1L, Long::sum);
                    stage.add(bar);
                    files.add(bar);
                }
                if (bucket.interval() == Interval.ONE_HOUR) {
                    hours.add(bucket);
                }
            }
            files.finish();
            stage.commit(hours);
            return new StagedPart(
                    bars,
                    sum(hours, PartialBar::counted),
                    sum(hours, PartialBar::priceUpdates),
                    sum(hours, PartialBar::excluded),
                    files.files(),
                    files.baseFiles());
        }
    }

    private static long sum(List<Bucket> hours, ToLongFunction<PartialBar> figure) {
        return hours.stream().map(Bucket::content).mapToLong(figure).sum();
    }
}
