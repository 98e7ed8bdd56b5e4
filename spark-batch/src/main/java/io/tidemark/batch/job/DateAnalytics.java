package io.tidemark.batch.job;

import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.news.NewsDaily;
import io.tidemark.batch.news.NewsReaction;
import io.tidemark.batch.news.NewsReturns;
import io.tidemark.batch.news.NewsSources;
import io.tidemark.batch.news.Stories;
import io.tidemark.batch.plan.PlannedDate;
import io.tidemark.batch.price.Correlations;
import io.tidemark.batch.price.DailyIndicators;
import io.tidemark.batch.price.DailyStatistics;
import io.tidemark.batch.price.Indicators;
import io.tidemark.batch.price.Movers;
import io.tidemark.batch.profile.PriceLevels;
import io.tidemark.batch.profile.SizeDistribution;
import io.tidemark.batch.profile.SizeHistogram;
import io.tidemark.batch.profile.TradeSizes;
import io.tidemark.batch.profile.ValueAreas;
import io.tidemark.batch.profile.VolumeProfile;
import io.tidemark.batch.publish.HeldHistory;
import io.tidemark.batch.publish.StagedTable;
import io.tidemark.batch.quality.CoveredTime;
import io.tidemark.batch.quality.DataQuality;
import io.tidemark.batch.quality.FeedGaps;
import io.tidemark.batch.quality.QualityDates;
import io.tidemark.batch.quality.QualityQuarantine;
import io.tidemark.batch.quality.QuarantineRecords;
import io.tidemark.batch.quality.SymbolRecord;
import io.tidemark.batch.session.Sessions;
import io.tidemark.batch.table.BarSchema;
import io.tidemark.batch.table.ResultTable;
import io.tidemark.contracts.event.FeedGap;
import java.io.IOException;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The result tables of a date, from what its scan has left in the run's temporary directory. */
final class DateAnalytics {
    private final SparkSession session;
    private final RunFiles files;
    private final TableRun tables;
    private final BarMethod method;
    private final List<StagedTable> staged = new ArrayList<>();

    /**
     * The tables of a run.
     *
     * @param files of the run's scan
     * @param tables where rows go
     */
    DateAnalytics(SparkSession session, RunFiles files, TableRun tables, BarMethod method) {
        this.session = session;
        this.files = files;
        this.tables = tables;
        this.method = method;
    }

    /** What has been staged so far. */
    List<StagedTable> staged() {
        return List.copyOf(staged);
    }

    /** Stages the tables that are a function of what has landed of the date. */
    void ofDate(PlannedDate date) throws SQLException, IOException {
        Dataset<Row> minutes = files.rows(Interval.ONE_MINUTE.dataset(), BarSchema.SCHEMA);
        Dataset<Row> fives = files.rows(Interval.FIVE_MINUTES.dataset(), BarSchema.SCHEMA);
        write(DailyStatistics.TABLE, DailyStatistics.of(minutes, fives));
        write(Indicators.TABLE, Indicators.of(minutes, fives));
        write(Correlations.TABLE, Correlations.of(fives));
        write(Sessions.TABLE, Sessions.of(session, date.date()));
        Dataset<Row> levels = files.rows(PriceLevels.BASE.dataset(), PriceLevels.BASE.schema());
        write(VolumeProfile.TABLE, VolumeProfile.of(levels, date.date()));
        write(ValueAreas.TABLE, ValueAreas.of(levels, date.date()));
        Dataset<Row> sizes = files.rows(TradeSizes.BASE.dataset(), TradeSizes.BASE.schema());
        write(SizeHistogram.TABLE, SizeHistogram.of(sizes, date.date()));
        write(SizeDistribution.TABLE, SizeDistribution.of(sizes, date.date()));
        quality(date);
        Dataset<Row> stories = Stories.load(session, date.context().news());
        write(NewsDaily.TABLE, NewsDaily.of(stories));
        write(NewsSources.TABLE, NewsSources.of(stories));
        write(NewsReturns.TABLE, NewsReturns.of(stories, minutes));
        // From the file, or the returns would be computed again.
        write(NewsReaction.TABLE, NewsReaction.of(files.rows(NewsReturns.TABLE.name(), NewsReturns.TABLE.schema())));
    }

    /** Stages the tables that are a function of the published history and of the date's statistics, from the date on. */
    void ofHistory(LocalDate date, HeldHistory history) throws SQLException, IOException {
        ResultTable statistics = DailyStatistics.TABLE;
        Dataset<Row> days = session.createDataFrame(history.rows(statistics, date), statistics.schema())
                .unionByName(files.rows(statistics.name(), statistics.schema()));
        var from = functions.col(ResultTable.DATE).geq(functions.lit(Date.valueOf(date)));
        write(DailyIndicators.TABLE, DailyIndicators.of(days).filter(from));
        write(Movers.TABLE, Movers.of(days).filter(from));
    }

    private void quality(PlannedDate date) throws SQLException, IOException {
        Dataset<Row> gaps = session.createDataFrame(gapRows(date.context().gaps()), FeedGaps.SCHEMA);
        Dataset<Row> symbols = files.rows(SymbolRecord.BASE.dataset(), SymbolRecord.BASE.schema());
        var covered = CoveredTime.until(date.date(), date.coveredUntil());
        write(DataQuality.TABLE, DataQuality.of(symbols, gaps, covered, new RegularMinutes(), method.limits()));
        Dataset<Row> records = session.createDataFrame(
                QuarantineRecords.rows(date.date(), date.context().quarantined()), QuarantineRecords.SCHEMA);
        write(QualityQuarantine.TABLE, QualityQuarantine.of(records, date.date()));
        Dataset<Row> judged = files.rows(DataQuality.TABLE.name(), DataQuality.TABLE.schema());
        write(
                QualityDates.TABLE,
                QualityDates.of(judged, records, gaps, date.date(), date.input().rows(), method.limits()));
    }

    private void write(ResultTable table, Dataset<Row> rows) throws SQLException, IOException {
        StagedTable written = tables.write(table, rows);
        staged.add(written);
        files.add(written);
    }

    private static List<Row> gapRows(List<FeedGap> gaps) {
        return gaps.stream()
                .map(gap -> RowFactory.create(
                        gap.feed(),
                        new Timestamp(gap.from()),
                        new Timestamp(gap.to()),
                        gap.symbols().toArray(String[]::new)))
                .toList();
    }
}
