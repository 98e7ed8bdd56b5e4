package io.tidemark.batch.scan;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.MinuteKey;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.table.BaseRows;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.Row;
import scala.reflect.ClassTag$;

/**
 * What the scan makes of a landed date, without Spark's scheduling: ranges are read by several scans, what they gather goes
 * through Spark's serializer, is ordered by key and brought together.
 *
 * @param bars in the order in which they come
 * @param base rows by dataset
 */
public record ScannedDay(List<Bar> bars, Map<String, List<Row>> base) {

    /** Scans with one task that reads whole files. */
    public static ScannedDay of(Path landing) throws IOException {
        return of(landing, Long.MAX_VALUE, 1, new Random(0));
    }

    /**
     * Scans.
     *
     * @param rangeBytes longest range
     * @param tasks among which the ranges are dealt out at random
     * @param random deals ranges, and mixes what tasks gather
     */
    public static ScannedDay of(Path landing, long rangeBytes, int tasks, Random random) throws IOException {
        DateInput input =
                LandedTrades.read(landing, Duration.ZERO).dates().iterator().next();
        List<List<FileRange>> dealt = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            dealt.add(new ArrayList<>());
        }
        ranges(input, rangeBytes)
                .forEach(range -> dealt.get(random.nextInt(tasks)).add(range));
        SerializerInstance serializer = new KryoSerializer(new SparkConf(false)).newInstance();
        List<Map.Entry<MinuteKey, Serializable>> entries = new ArrayList<>();
        for (List<FileRange> ranges : dealt) {
            var scan = new RowScan(SaleConditionRules.consolidatedTape(), Duration.ofSeconds(10));
            var reader = new RangeReader();
            for (FileRange range : ranges) {
                scan.begin(range);
                reader.read(range, scan::add);
            }
            scan.entries().forEach(entry -> entries.add(Map.entry(entry.getKey(), sent(serializer, entry.getValue()))));
        }
        Collections.shuffle(entries, random);
        entries.sort(Map.Entry.comparingByKey());
        return rolledUp(entries);
    }

    /** Rows of a dataset. */
    public List<Row> rows(BaseRows of) {
        return base.getOrDefault(of.dataset(), List.of());
    }

    private static List<FileRange> ranges(DateInput input, long rangeBytes) {
        List<FileRange> ranges = new ArrayList<>();
        for (int i = 0; i < input.files().size(); i++) {
            InputFile file = input.files().get(i);
            for (long start = 0; start < file.bytes(); ) {
                long end = start + Math.min(rangeBytes, file.bytes() - start);
                ranges.add(new FileRange(file, i, start, end));
                start = end;
            }
        }
        return ranges;
    }

    private static ScannedDay rolledUp(List<Map.Entry<MinuteKey, Serializable>> entries) {
        Map<String, List<Row>> base = new HashMap<>();
        var rollUp = new DayRollUp(
                entries.iterator(), (of, row) -> base.computeIfAbsent(of.dataset(), absent -> new ArrayList<>())
                        .add(row));
        List<Bar> bars = new ArrayList<>();
        while (rollUp.hasNext()) {
            Bucket bucket = rollUp.next();
            if (bucket.isBar()) {
                bars.add(bucket.toBar());
            }
        }
        return new ScannedDay(bars, base);
    }

    private static Serializable sent(SerializerInstance serializer, Serializable value) {
        return serializer.deserialize(
                serializer.serialize(value, ClassTag$.MODULE$.apply(Serializable.class)),
                ClassTag$.MODULE$.apply(Serializable.class));
    }
}
