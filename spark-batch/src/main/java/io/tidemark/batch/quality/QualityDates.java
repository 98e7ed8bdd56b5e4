package io.tidemark.batch.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tidemark.batch.quality.QualityLimits.Figure;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How good the data of a date is: the sums over its symbols, conservation, and a verdict. It is bad when a row is not accounted
 * for, or when the share of quarantined records or of bad symbols exceeds its limit.
 */
public final class QualityDates {
    /**
     * {@code rows}: read; {@code landed}: what the manifests say; {@code quarantined}: of the date's Kafka timestamps. {@code
     * conserved}: rows = landed = counted + price updates + excluded, of the date and of every symbol. {@code gap_seconds}:
     * in which any feed was not heard.
     */
    public static final ResultTable TABLE = new ResultTable(
            "quality_dates",
            Scope.DATE,
            new StructType()
                    .add("dt", DataTypes.DateType, false)
                    .add("rows", DataTypes.LongType, false)
                    .add("landed", DataTypes.LongType, false)
                    .add("quarantined", DataTypes.LongType, false)
                    .add("counted", DataTypes.LongType, false)
                    .add("price_updates", DataTypes.LongType, false)
                    .add("excluded", DataTypes.LongType, false)
                    .add("symbols", DataTypes.LongType, false)
                    .add("bad_symbols", DataTypes.LongType, false)
                    .add("suspect_symbols", DataTypes.LongType, false)
                    .add("gap_seconds", DataTypes.DoubleType, false)
                    .add("conserved", DataTypes.BooleanType, false)
                    .add("verdict", DataTypes.StringType, false)
                    .add("reasons", DataTypes.StringType, false),
            List.of("dt"));

    private QualityDates() {}

    /**
     * The report of a date.
     *
     * @param symbols rows of {@link DataQuality#TABLE} of the date
     * @param quarantine rows of {@link QualityQuarantine#TABLE} of the date
     * @param gaps rows of {@link FeedGaps#SCHEMA}; those of other dates do no harm
     * @param date the date
     * @param landed rows of the date that the manifests tell of
     * @param limits of the verdict
     */
    public static Dataset<Row> of(
            Dataset<Row> symbols,
            Dataset<Row> quarantine,
            Dataset<Row> gaps,
            LocalDate date,
            long landed,
            QualityLimits limits) {
        // One task sees all three, because a union is cheaper to plan than joins.
        return part(symbols, "counted", "price_updates", "excluded", "rows", "conserved", "verdict")
                .unionByName(part(quarantine, "records"))
                .unionByName(part(gaps, "feed", "started_at", "ended_at"))
                .coalesce(1)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> List.of(row(rows, date, landed, limits)).iterator(),
                        Encoders.row(TABLE.schema()));
    }

    private static final StructType PART = new StructType()
            .add("rows", DataTypes.LongType)
            .add("counted", DataTypes.LongType)
            .add("price_updates", DataTypes.LongType)
            .add("excluded", DataTypes.LongType)
            .add("conserved", DataTypes.BooleanType)
            .add("verdict", DataTypes.StringType)
            .add("records", DataTypes.LongType)
            .add("feed", DataTypes.StringType)
            .add("started_at", DataTypes.TimestampType)
            .add("ended_at", DataTypes.TimestampType);

    private static Dataset<Row> part(Dataset<Row> of, String... columns) {
        List<String> own = List.of(columns);
        return of.select(List.of(PART.fields()).stream()
                .map(field -> own.contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static Row row(Iterator<Row> parts, LocalDate date, long landed, QualityLimits limits) {
        var sums = new Sums();
        parts.forEachRemaining(sums::add);
        FeedGaps gaps = FeedGaps.of(CoveredTime.whole(date), sums.gaps.iterator());
        boolean conserved = sums.everySymbolConserved
                && sums.rows == landed
                && landed == sums.counted + sums.priceUpdates + sums.excluded;
        var findings = new Findings(limits);
        if (!conserved) {
            findings.bad("of " + landed + " rows landed " + sums.rows + " were read and "
                    + (sums.counted + sums.priceUpdates + sums.excluded) + " are accounted for");
        }
        long received = landed + sums.quarantined;
        if (received > 0) {
            findings.check(Figure.QUARANTINE, (double) sums.quarantined / received, Verdict.BAD);
        }
        if (sums.symbols > 0) {
            findings.check(Figure.BAD_SYMBOLS, (double) sums.bad / sums.symbols, Verdict.BAD);
            findings.check(Figure.SUSPECT_SYMBOLS, (double) (sums.bad + sums.suspect) / sums.symbols, Verdict.BAD);
        }
        return RowFactory.create(
                Date.valueOf(date),
                sums.rows,
                landed,
                sums.quarantined,
                sums.counted,
                sums.priceUpdates,
                sums.excluded,
                sums.symbols,
                sums.bad,
                sums.suspect,
                gaps.seconds(),
                conserved,
                findings.verdict().label(),
                findings.reasons());
    }

    private static final class Sums {
        private final List<Row> gaps = new ArrayList<>();
        private boolean everySymbolConserved = true;
        private long rows;
        private long counted;
        private long priceUpdates;
        private long excluded;
        private long quarantined;
        private long symbols;
        private long bad;
        private long suspect;

        void add(Row part) {
            String verdict = part.getAs("verdict");
            Long records = part.getAs("records");
            if (verdict != null) {
                symbols++;
                rows += part.<Long>getAs("rows");
                counted += part.<Long>getAs("counted");
                priceUpdates += part.<Long>getAs("price_updates");
                excluded += part.<Long>getAs("excluded");
                everySymbolConserved &= part.<Boolean>getAs("conserved");
                bad += verdict.equals(Verdict.BAD.label()) ? 1 : 0;
                suspect += verdict.equals(Verdict.SUSPECT.label()) ? 1 : 0;
            } else if (records != null) {
                quarantined += records;
            } else {
                gaps.add(part);
            }
        }
    }
}
