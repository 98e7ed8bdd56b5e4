package io.tidemark.batch.quality;

import io.tidemark.batch.quality.QualityLimits.Figure;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.io.Serializable;
import java.sql.Date;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * How good the data of a date and symbol is, with a verdict.
 *
 * <p>A trade is a suspected duplicate when another frame of the feed has brought one of the same symbol, trade time, price,
 * volume and conditions: of each such content the trades less the most of them in one frame. A row is out of order when it is
 * older than the row before it, in the order of offsets of its partition and UTC hour. Lateness is received time less trade time.
 * Silence counts against liquid symbols only (see {@link QualityLimits}).
 */
public final class DataQuality {
    /**
     * Shares between 0 and 1, null without anything to share; lateness in ms. {@code session_minutes}: of the regular session,
     * within what is covered; {@code silent_minutes}: those without a trade. {@code conserved}: rows = counted + price updates
     * + excluded. {@code reasons}: for people, empty when good.
     */
    public static final ResultTable TABLE = new ResultTable(
            "data_quality",
            Scope.DATE,
            new StructType()
                    .add("dt", DataTypes.DateType, false)
                    .add("symbol", DataTypes.StringType, false)
                    .add("rows", DataTypes.LongType, false)
                    .add("trades", DataTypes.LongType, false)
                    .add("price_updates", DataTypes.LongType, false)
                    .add("excluded", DataTypes.LongType, false)
                    .add("counted", DataTypes.LongType, false)
                    .add("suspected_duplicates", DataTypes.LongType, false)
                    .add("duplicate_share", DataTypes.DoubleType, true)
                    .add("out_of_order", DataTypes.LongType, false)
                    .add("out_of_order_share", DataTypes.DoubleType, true)
                    .add("lateness_p50", DataTypes.LongType, true)
                    .add("lateness_p90", DataTypes.LongType, true)
                    .add("lateness_p99", DataTypes.LongType, true)
                    .add("lateness_max", DataTypes.LongType, true)
                    .add("from_the_future", DataTypes.LongType, false)
                    .add("session_minutes", DataTypes.LongType, false)
                    .add("silent_minutes", DataTypes.LongType, false)
                    .add("gaps", DataTypes.LongType, false)
                    .add("gap_seconds", DataTypes.DoubleType, false)
                    .add("silent_minutes_outside_gaps", DataTypes.LongType, false)
                    .add("conserved", DataTypes.BooleanType, false)
                    .add("verdict", DataTypes.StringType, false)
                    .add("reasons", DataTypes.StringType, false),
            List.of("dt", "symbol"));

    private static final double MS_PER_SECOND = 1_000;

    private DataQuality() {}

    /**
     * The report of a date by symbol.
     *
     * @param symbols rows of {@link SymbolRecord#BASE}
     * @param gaps rows of {@link FeedGaps#SCHEMA}; those of other dates do no harm
     * @param covered for which part of the date data should be there
     * @param sessions the calendar
     * @param limits of the verdict
     */
    public static Dataset<Row> of(
            Dataset<Row> symbols,
            Dataset<Row> gaps,
            CoveredTime covered,
            SessionMinutes sessions,
            QualityLimits limits) {
        var judge = new Judge(covered, sessions, limits);
        Dataset<Row> gapsBySymbol = gaps.select(
                functions.explode(functions.col("symbols")).as("symbol"),
                functions.col("feed"),
                functions.col("started_at"),
                functions.col("ended_at"));
        return symbols.groupByKey(bySymbol(), Encoders.STRING())
                .cogroup(
                        gapsBySymbol.groupByKey(bySymbol(), Encoders.STRING()),
                        (CoGroupFunction<String, Row, Row, Row>) judge::rows,
                        Encoders.row(TABLE.schema()));
    }

    private static MapFunction<Row, String> bySymbol() {
        return row -> row.getAs("symbol");
    }

    private record Judge(CoveredTime covered, SessionMinutes sessions, QualityLimits limits) implements Serializable {
        private static final long serialVersionUID = 1L;

        Iterator<Row> rows(String symbol, Iterator<Row> symbols, Iterator<Row> gaps) {
            // A subscribed symbol without a single row has a gap at most, and no report.
            return symbols.hasNext()
                    ? List.of(row(symbol, symbols.next(), FeedGaps.of(covered, gaps)))
                            .iterator()
                    : List.<Row>of().iterator();
        }

        private Row row(String symbol, Row base, FeedGaps gaps) {
            BitSet session = sessions.regular(symbol, covered.date());
            session.and(covered.minutes());
            BitSet silent = (BitSet) session.clone();
            silent.andNot(SymbolRecord.minutes(base.getAs("trade_minutes")));
            BitSet silentOutside = (BitSet) silent.clone();
            silentOutside.andNot(gaps.minutes());
            long rows = base.<Long>getAs("rows");
            boolean conserved = rows
                    == base.<Long>getAs("counted") + base.<Long>getAs("price_updates") + base.<Long>getAs("excluded");
            Findings findings = findings(base, session, silentOutside, gaps, conserved);
            return RowFactory.create(
                    Date.valueOf(covered.date()),
                    symbol,
                    rows,
                    base.getAs("trades"),
                    base.getAs("price_updates"),
                    base.getAs("excluded"),
                    base.getAs("counted"),
                    base.getAs("suspected_duplicates"),
                    share(base, "suspected_duplicates", "trades"),
                    base.getAs("out_of_order"),
                    share(base, "out_of_order", "rows"),
                    base.getAs("lateness_p50"),
                    base.getAs("lateness_p90"),
                    base.getAs("lateness_p99"),
                    base.getAs("lateness_max"),
                    base.getAs("from_the_future"),
                    (long) session.cardinality(),
                    (long) silent.cardinality(),
                    gaps.count(),
                    gaps.seconds(),
                    (long) silentOutside.cardinality(),
                    conserved,
                    findings.verdict().label(),
                    findings.reasons());
        }

        private Findings findings(Row base, BitSet session, BitSet silentOutside, FeedGaps gaps, boolean conserved) {
            var findings = new Findings(limits);
            if (!conserved) {
                findings.bad("rows read are not all accounted for");
            }
            boolean few = base.<Long>getAs("rows") < QualityLimits.LEAST_ROWS;
            Verdict worst = few ? Verdict.SUSPECT : Verdict.BAD;
            check(findings, Figure.DUPLICATES, share(base, "suspected_duplicates", "trades"), worst);
            check(findings, Figure.DISORDER, share(base, "out_of_order", "rows"), worst);
            Long lateness = base.getAs("lateness_p99");
            check(findings, Figure.LATENESS, lateness == null ? null : lateness / MS_PER_SECOND, worst);
            check(findings, Figure.FUTURE, share(base, "from_the_future", "rows"), worst);
            int minutes = session.cardinality();
            if (minutes > 0) {
                BitSet inGaps = gaps.minutes();
                inGaps.and(session);
                check(findings, Figure.GAPS, (double) inGaps.cardinality() / minutes, Verdict.BAD);
                if (isLiquid(base)) {
                    check(findings, Figure.SILENCE, (double) silentOutside.cardinality() / minutes, Verdict.BAD);
                }
            }
            return findings;
        }

        private static void check(Findings findings, Figure figure, @Nullable Double value, Verdict worst) {
            if (value != null) {
                findings.check(figure, value, worst);
            }
        }

        private static boolean isLiquid(Row base) {
            int minutes = SymbolRecord.minutes(base.getAs("trade_minutes")).cardinality();
            return minutes > 0 && base.<Long>getAs("trades") >= QualityLimits.LIQUID_TRADES * minutes;
        }

        private static @Nullable Double share(Row base, String part, String whole) {
            long all = base.<Long>getAs(whole);
            return all == 0 ? null : (double) base.<Long>getAs(part) / all;
        }
    }
}
