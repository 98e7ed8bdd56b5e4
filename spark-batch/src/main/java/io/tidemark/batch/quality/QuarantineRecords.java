package io.tidemark.batch.quality;

import io.tidemark.batch.landing.InputFile;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Quarantined records as rows, counted by the UTC date of their Kafka timestamp and by kind of reason. */
public final class QuarantineRecords {
    /** Number of {@code records} by date and reason. */
    public static final StructType SCHEMA = new StructType()
            .add("dt", DataTypes.DateType, false)
            .add("reason", DataTypes.StringType, false)
            .add("records", DataTypes.LongType, false);

    private QuarantineRecords() {}

    /**
     * Reads quarantine files.
     *
     * @return rows of {@link #SCHEMA}, ordered by date and reason
     * @throws IOException as {@link QuarantineCounts#read}
     */
    public static List<Row> read(List<InputFile> files) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<LocalDate, SortedMap<String, Long>> of :
                QuarantineCounts.read(files).entrySet()) {
            rows.addAll(rows(of.getKey(), of.getValue()));
        }
        return rows;
    }

    /** Rows of {@link #SCHEMA} of a date. */
    public static List<Row> rows(LocalDate date, SortedMap<String, Long> counts) {
        List<Row> rows = new ArrayList<>();
        counts.forEach((reason, records) -> rows.add(RowFactory.create(Date.valueOf(date), reason, records)));
        return rows;
    }
}
