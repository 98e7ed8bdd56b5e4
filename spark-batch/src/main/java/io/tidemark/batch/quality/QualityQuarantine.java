package io.tidemark.batch.quality;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Quarantined records of a date by the kind of reason: what was received and is no trade. */
public final class QualityQuarantine {
    /** {@code dt} is the UTC date of the records' Kafka timestamp. */
    public static final ResultTable TABLE =
            new ResultTable("quality_quarantine", Scope.DATE, QuarantineRecords.SCHEMA, List.of("dt", "reason"));

    private QualityQuarantine() {}

    /**
     * The records of one date.
     *
     * @param records rows of {@link QuarantineRecords#SCHEMA}, of any dates
     */
    public static Dataset<Row> of(Dataset<Row> records, LocalDate date) {
        return records.filter(functions.col("dt").equalTo(functions.lit(Date.valueOf(date))));
    }
}
