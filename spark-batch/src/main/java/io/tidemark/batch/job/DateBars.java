package io.tidemark.batch.job;

import io.tidemark.batch.bars.BarRollUp;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteBars;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.bars.PartialBar;
import io.tidemark.batch.compact.DateReading;
import io.tidemark.batch.compact.PartReader;
import io.tidemark.batch.compact.PartReading;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.parse.FileProofs;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.FilesRead;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeProof;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.ReadTask;
import io.tidemark.batch.publish.PartOutput;
import io.tidemark.batch.publish.StagedPart;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * One date's bars as a Spark computation in one pass: ranges of files are read and combined into partial minutes, which go
 * by symbol to the tasks that finish bars of every interval and write them.
 */
final class DateBars {
    private static final long BYTES_PER_PARTITION = 128L << 20;
    private static final int MAX_PARTITIONS_PER_CORE = 2;

    private final JavaSparkContext spark;
    private final DateReading reading;
    private final BarMethod method;
    private final RangeProofs proofs = new RangeProofs();
    private final PartsRead partsRead = new PartsRead();

    DateBars(JavaSparkContext spark, DateReading reading, LocalDate date, BarMethod method) {
        this.spark = spark;
        this.reading = reading;
        this.method = method;
        spark.sc().register(proofs, "range proofs of " + date);
        spark.sc().register(partsRead, "parts read of " + date);
    }

    /** Reads the files and writes the bars; Spark repeats a task that fails, where its master allows that. */
    List<StagedPart> write(PartOutput output) {
        return minutes()
                .repartitionAndSortWithinPartitions(new SymbolPartitioner(partitions()))
                .mapPartitions(DateBars::rollUp)
                .mapPartitionsWithIndex(
                        (part, buckets) -> Collections.singleton(
                                        output.write(part, TaskContext.get().taskAttemptId(), buckets))
                                .iterator(),
                        true)
                .collect();
    }

    /** Files that turned out not to be what their manifests say, after {@link #write}. */
    List<String> fileFaults() {
        return FileProofs.faults(reading.csv(), proofs.value());
    }

    /** What was read, by the account of those who read it, after {@link #write}. */
    FilesRead filesRead() {
        SortedSet<String> csv = new TreeSet<>();
        proofs.value()
                .forEach(range -> csv.add(reading.csv().get(range.fileIndex()).name()));
        List<PartReading> parts = reading.parts().stream()
                .filter(part -> partsRead.value().contains(part.path()))
                .toList();
        return new FilesRead(
                List.copyOf(csv),
                proofs.value().stream().mapToLong(RangeProof::length).sum(),
                reading.compacted().stream().map(InputFile::name).toList(),
                parts.stream().map(PartReading::path).toList(),
                parts.stream().mapToLong(part -> part.part().bytes()).sum());
    }

    /** Few, because every partition has files and a connection of its own; a partition's rows are sorted, not held. */
    private int partitions() {
        // The landed bytes, however they are read: results must not lie in other files for that.
        long bytes = Stream.concat(reading.csv().stream(), reading.compacted().stream())
                .mapToLong(InputFile::bytes)
                .sum();
        long most = (long) spark.defaultParallelism() * MAX_PARTITIONS_PER_CORE;
        return (int) Math.min(most, 1 + bytes / BYTES_PER_PARTITION);
    }

    private JavaPairRDD<MinuteKey, PartialBar> minutes() {
        List<ReadTask> tasks = RangePlan.tasks(reading.csv(), spark.defaultParallelism());
        List<JavaPairRDD<MinuteKey, PartialBar>> minutes = new ArrayList<>();
        if (!tasks.isEmpty()) {
            minutes.add(csvMinutes(spark.parallelize(tasks, tasks.size()), method, proofs));
        }
        List<PartReading> parts = reading.parts();
        if (!parts.isEmpty()) {
            minutes.add(compactedMinutes(spark.parallelize(parts, parts.size()), method, partsRead));
        }
        return minutes.stream().reduce(JavaPairRDD::union).orElseThrow();
    }

    // Static from here on, so that no task carries this object and its context.

    private static JavaPairRDD<MinuteKey, PartialBar> csvMinutes(
            JavaRDD<ReadTask> tasks, BarMethod method, RangeProofs proofs) {
        return tasks.flatMapToPair(task -> combine(task, method, proofs));
    }

    private static JavaPairRDD<MinuteKey, PartialBar> compactedMinutes(
            JavaRDD<PartReading> parts, BarMethod method, PartsRead partsRead) {
        return parts.flatMapToPair(part -> combine(part, method, partsRead));
    }

    private static Iterator<Tuple2<MinuteKey, PartialBar>> combine(
            PartReading part, BarMethod method, PartsRead partsRead) throws IOException {
        var bars = new MinuteBars(method.rules(), method.lateAfter());
        new PartReader().read(part, bars::add);
        partsRead.add(part.path());
        return tuples(bars);
    }

    private static Iterator<Tuple2<MinuteKey, PartialBar>> combine(ReadTask task, BarMethod method, RangeProofs proofs)
            throws IOException {
        var reader = new RangeReader();
        var bars = new MinuteBars(method.rules(), method.lateAfter());
        for (FileRange range : task.ranges()) {
            proofs.add(reader.read(range, bars::add));
        }
        return tuples(bars);
    }

    private static Iterator<Tuple2<MinuteKey, PartialBar>> tuples(MinuteBars bars) {
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
