package io.tidemark.batch.job;

import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteKey;
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
import io.tidemark.batch.scan.DayRollUp;
import io.tidemark.batch.scan.RowScan;
import io.tidemark.batch.table.BaseSink;
import java.io.IOException;
import java.io.Serializable;
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
 * One date's bars and base rows as a Spark computation in one pass: ranges of files are read and combined into partial
 * minutes and days, which go by symbol to the tasks that finish bars of every interval and base rows, and write them.
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

    /** Reads the files, if there are any, and writes the bars; Spark repeats a task that fails, where its master allows that. */
    List<StagedPart> write(PartOutput output) {
        if (reading.csv().isEmpty() && reading.parts().isEmpty()) {
            return List.of();
        }
        return scan().repartitionAndSortWithinPartitions(new SymbolPartitioner(partitions()))
                .mapPartitionsWithIndex(
                        (part, entries) -> Collections.singleton(output.write(
                                        part, TaskContext.get().taskAttemptId(), sink -> rollUp(entries, sink)))
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

    private JavaPairRDD<MinuteKey, Serializable> scan() {
        List<ReadTask> tasks = RangePlan.tasks(reading.csv(), spark.defaultParallelism());
        List<JavaPairRDD<MinuteKey, Serializable>> scans = new ArrayList<>();
        if (!tasks.isEmpty()) {
            scans.add(ofCsv(spark.parallelize(tasks, tasks.size()), method, proofs));
        }
        List<PartReading> parts = reading.parts();
        if (!parts.isEmpty()) {
            scans.add(ofCompacted(spark.parallelize(parts, parts.size()), method, partsRead));
        }
        return scans.stream().reduce(JavaPairRDD::union).orElseThrow();
    }

    // Static from here on, so that no task carries this object and its context.

    private static JavaPairRDD<MinuteKey, Serializable> ofCsv(
            JavaRDD<ReadTask> tasks, BarMethod method, RangeProofs proofs) {
        return tasks.flatMapToPair(task -> combine(task, method, proofs));
    }

    private static JavaPairRDD<MinuteKey, Serializable> ofCompacted(
            JavaRDD<PartReading> parts, BarMethod method, PartsRead partsRead) {
        return parts.flatMapToPair(part -> combine(part, method, partsRead));
    }

    private static Iterator<Tuple2<MinuteKey, Serializable>> combine(
            ReadTask task, BarMethod method, RangeProofs proofs) throws IOException {
        var reader = new RangeReader();
        var scan = new RowScan(method.rules(), method.lateAfter());
        for (FileRange range : task.ranges()) {
            scan.begin(range);
            proofs.add(reader.read(range, scan::add));
        }
        return tuples(scan);
    }

    private static Iterator<Tuple2<MinuteKey, Serializable>> combine(
            PartReading part, BarMethod method, PartsRead partsRead) throws IOException {
        var scan = new RowScan(method.rules(), method.lateAfter());
        new PartReader().read(part, scan::beginFile, scan::add);
        partsRead.add(part.path());
        return tuples(scan);
    }

    private static Iterator<Tuple2<MinuteKey, Serializable>> tuples(RowScan scan) {
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
