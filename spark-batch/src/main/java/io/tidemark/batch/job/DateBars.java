package io.tidemark.batch.job;

import io.tidemark.batch.bars.BarRollUp;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteBars;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.bars.PartialBar;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.parse.FileProofs;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.batch.publish.DatabaseAddress;
import io.tidemark.batch.publish.StageWriter;
import io.tidemark.batch.publish.StagedPart;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * One date's bars as a Spark computation: ranges of files are read and combined into partial minutes, which go by symbol to
 * the tasks that finish bars of every interval. Nothing is read before {@link #stage}; after it, the partial minutes
 * stay on disk and {@link #buckets} can be taken again without reading the files.
 */
final class DateBars {
    private static final long BYTES_PER_PARTITION = 128L << 20;

    private final DateInput input;
    private final RangeProofs proofs = new RangeProofs();
    private final JavaRDD<Bucket> buckets;

    private DateBars(JavaSparkContext spark, DateInput input, BarMethod method) {
        this.input = input;
        spark.sc().register(proofs, "range proofs of " + input.date());
        List<ReadTask> tasks = RangePlan.tasks(input.files(), spark.defaultParallelism());
        int partitions =
                (int) Math.min(Math.max(1, spark.defaultParallelism()) * 2L, 1 + input.bytes() / BYTES_PER_PARTITION);
        this.buckets = minutes(spark.parallelize(tasks, tasks.size()), method, proofs)
                .repartitionAndSortWithinPartitions(new SymbolPartitioner(partitions))
                .mapPartitions(DateBars::rollUp);
    }

    static DateBars of(JavaSparkContext spark, DateInput input, BarMethod method) {
        return new DateBars(spark, input, method);
    }

    /** Reads the files and puts the bars into the stage; Spark repeats a task that fails, where it has spare tries. */
    List<StagedPart> stage(DatabaseAddress database, long runId) {
        return buckets.mapPartitionsWithIndex(
                        (part, rows) -> Collections.singleton(new StageWriter(database, runId, part).write(rows))
                                .iterator(),
                        true)
                .collect();
    }

    /** Files that turned out not to be what their manifests say, after {@link #stage}. */
    List<String> fileFaults() {
        return FileProofs.faults(input.files(), proofs.value());
    }

    /** Every bucket of every interval, in the order of symbols and time within a partition. */
    JavaRDD<Bucket> buckets() {
        return buckets;
    }

    private static JavaPairRDD<MinuteKey, PartialBar> minutes(
            JavaRDD<ReadTask> tasks, BarMethod method, RangeProofs proofs) {
        return tasks.flatMapToPair(task -> combine(task, method, proofs));
    }

    private static Iterator<Tuple2<MinuteKey, PartialBar>> combine(ReadTask task, BarMethod method, RangeProofs proofs)
            throws IOException {
        var reader = new RangeReader();
        var bars = new MinuteBars(method.rules(), method.lateAfter());
        for (FileRange range : task.ranges()) {
            proofs.add(reader.read(range, bars::add));
        }
        return bars.entries()
                .map(minute -> new Tuple2<>(minute.getKey(), minute.getValue()))
                .iterator();
    }

    private static Iterator<Bucket> rollUp(Iterator<Tuple2<MinuteKey, PartialBar>> minutes) {
        return new BarRollUp(new Iterator<Map.Entry<MinuteKey, PartialBar>>() {
            @Override
            public boolean hasNext() {
                return minutes.hasNext();
            }

            @Override
            public Map.Entry<MinuteKey, PartialBar> next() {
                Tuple2<MinuteKey, PartialBar> minute = minutes.next();
                return Map.entry(minute._1(), minute._2());
            }
        });
    }
}
