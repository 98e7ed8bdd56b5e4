package io.tidemark.batch.job;

import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.parse.FileProofs;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.batch.publish.PartOutput;
import io.tidemark.batch.publish.StagedPart;
import io.tidemark.batch.scan.DayRollUp;
import io.tidemark.batch.scan.RowScan;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * One date's bars and base rows as a Spark computation in one pass: ranges of files are read and combined into partial
 * minutes and days, which go by symbol to the tasks that finish bars of every interval and base rows, and write them.
 */
final class DateBars {
    private static final long BYTES_PER_PARTITION = 128L << 20;
    private static final int MAX_PARTITIONS_PER_CORE = 2;

    private final JavaSparkContext spark;
    private final DateInput input;
    private final BarMethod method;
    private final RangeProofs proofs = new RangeProofs();

    DateBars(JavaSparkContext spark, DateInput input, BarMethod method) {
        this.spark = spark;
        this.input = input;
        this.method = method;
        spark.sc().register(proofs, "range proofs of " + input.date());
    }

    /** Reads the files and writes the bars; Spark repeats a task that fails, where its master allows that. */
    List<StagedPart> write(PartOutput output) {
        List<ReadTask> tasks = RangePlan.tasks(input.files(), spark.defaultParallelism());
        return scan(spark.parallelize(tasks, tasks.size()), method, proofs)
                .repartitionAndSortWithinPartitions(new SymbolPartitioner(partitions()))
                .mapPartitionsWithIndex(
                        (part, entries) -> Collections.singleton(output.write(
                                        part, TaskContext.get().taskAttemptId(), sink -> rollUp(entries, sink)))
                                .iterator(),
                        true)
                .collect();
    }

    /** Files that turned out not to be what their manifests say, after {@link #write}. */
    List<String> fileFaults() {
        return FileProofs.faults(input.files(), proofs.value());
    }

    /** Few, because every partition has files and a connection of its own; a partition's rows are sorted, not held. */
    private int partitions() {
        long most = (long) spark.defaultParallelism() * MAX_PARTITIONS_PER_CORE;
        return (int) Math.min(most, 1 + input.bytes() / BYTES_PER_PARTITION);
    }

    // Static from here on, so that no task carries this object and its context.

    private static JavaPairRDD<MinuteKey, Serializable> scan(
            JavaRDD<ReadTask> tasks, BarMethod method, RangeProofs proofs) {
        return tasks.flatMapToPair(task -> combine(task, method, proofs));
    }

    private static Iterator<Tuple2<MinuteKey, Serializable>> combine(
            ReadTask task, BarMethod method, RangeProofs proofs) throws IOException {
        var reader = new RangeReader();
        var scan = new RowScan(method.rules(), method.lateAfter());
        for (FileRange range : task.ranges()) {
            scan.begin(range);
            proofs.add(reader.read(range, scan::add));
        }
        return scan.entries()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                .iterator();
    }

    private static Iterator<Bucket> rollUp(Iterator<Tuple2<MinuteKey, Serializable>> entries, BaseSink sink) {
        Iterator<Map.Entry<MinuteKey, Serializable>> ordered = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map.Entry<MinuteKey, Serializable> next() {
                Tuple2<MinuteKey, Serializable> entry = entries.next();
                return Map.entry(entry._1(), entry._2());
            }
        };
        return new DayRollUp(ordered, sink);
    }
}
