package io.tidemark.batch.scan;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.batch.fixture.CsvTable;
import io.tidemark.batch.fixture.GoldenDay;
import io.tidemark.batch.fixture.RecordedDay;
import io.tidemark.batch.fixture.TestSession;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.profile.PriceLevels;
import io.tidemark.batch.profile.SizeDistribution;
import io.tidemark.batch.profile.SizeHistogram;
import io.tidemark.batch.profile.TradeSizes;
import io.tidemark.batch.profile.ValueAreas;
import io.tidemark.batch.profile.VolumeProfile;
import io.tidemark.batch.quality.CoveredTime;
import io.tidemark.batch.quality.DataQuality;
import io.tidemark.batch.quality.FeedGaps;
import io.tidemark.batch.quality.QualityDates;
import io.tidemark.batch.quality.QualityLimits;
import io.tidemark.batch.quality.QualityQuarantine;
import io.tidemark.batch.quality.QuarantineRecords;
import io.tidemark.batch.quality.SessionMinutes;
import io.tidemark.batch.quality.SymbolRecord;
import io.tidemark.batch.table.BaseRows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.JavaConverters;

/** From landed rows to result tables, against values that plain Python computed: see {@code src/test/golden/trades}. */
@SuppressWarnings("NullAway.Init")
class TradeAnalyticsTest {
    private static final LocalDate SYNTHETIC = LocalDate.of(2026, 3, 10);
    /** 09:30 to 16:00 in New York, on daylight-saving time. */
    private static final SessionMinutes SESSION = (symbol, date) -> {
        var minutes = new BitSet();
        boolean continuous = symbol.indexOf(':') >= 0;
        minutes.set(continuous ? 0 : 13 * 60 + 30, continuous ? 24 * 60 : 20 * 60);
        return minutes;
    };

    private static SparkSession session;

    @TempDir
    private Path landing;

    @BeforeAll
    static void start() {
        session = TestSession.start();
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    @Test
    void the_tables_of_an_invented_day_equal_the_golden_values() throws IOException {
        GoldenDay.land(landing, 150);
        Path golden = GoldenDay.DIRECTORY.resolve("synthetic");
        ScannedDay day = ScannedDay.of(landing);
        assertProfilesEqual(day, SYNTHETIC, golden);
        GoldenTables.assertEqual(SizeHistogram.of(rows(day, TradeSizes.BASE), SYNTHETIC), SizeHistogram.TABLE, golden);

        var landed = LandedTrades.read(landing, Duration.ZERO);
        Dataset<Row> quarantine = QualityQuarantine.of(
                session.createDataFrame(QuarantineRecords.read(landed.quarantineFiles()), QuarantineRecords.SCHEMA),
                SYNTHETIC);
        GoldenTables.assertEqual(quarantine, QualityQuarantine.TABLE, golden);
        Dataset<Row> gaps = gaps(golden.resolve("gaps.csv"));
        var covered = CoveredTime.until(SYNTHETIC, Instant.parse("2026-03-10T19:30:30Z"));
        long rows = landed.dates().iterator().next().rows();
        assertQualityEquals(day, gaps, quarantine, covered, rows, golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-10-07", "2013-10-08"})
    void the_tables_of_a_recorded_day_equal_the_golden_values(String date) throws IOException {
        Optional<Path> data = RecordedDay.directory();
        assumeThat(data)
                .as("recorded days beside the checkout, or where TIDEMARK_DATA says")
                .isPresent();
        String file = "trades/us-equities-" + date.replace("-", "") + ".csv.gz";
        long trades = RecordedDay.land(data.orElseThrow().resolve(file), landing);
        Path golden = GoldenDay.DIRECTORY.resolve("recorded-" + date);
        LocalDate of = LocalDate.parse(date);
        ScannedDay day = ScannedDay.of(landing);
        assertProfilesEqual(day, of, golden);
        var covered = CoveredTime.until(
                of, of.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertQualityEquals(
                day,
                session.createDataFrame(List.of(), FeedGaps.SCHEMA),
                session.createDataFrame(List.of(), QuarantineRecords.SCHEMA),
                covered,
                trades,
                golden);
    }

    private static void assertProfilesEqual(ScannedDay day, LocalDate date, Path golden) throws IOException {
        Dataset<Row> levels = rows(day, PriceLevels.BASE);
        GoldenTables.assertEqual(VolumeProfile.of(levels, date), VolumeProfile.TABLE, golden);
        GoldenTables.assertEqual(ValueAreas.of(levels, date), ValueAreas.TABLE, golden);
        GoldenTables.assertEqual(SizeDistribution.of(rows(day, TradeSizes.BASE), date), SizeDistribution.TABLE, golden);
    }

    private static void assertQualityEquals(
            ScannedDay day, Dataset<Row> gaps, Dataset<Row> quarantine, CoveredTime covered, long rows, Path golden)
            throws IOException {
        QualityLimits limits = QualityLimits.defaults();
        Dataset<Row> quality = DataQuality.of(rows(day, SymbolRecord.BASE), gaps, covered, SESSION, limits);
        GoldenTables.assertEqual(quality, DataQuality.TABLE, golden);
        GoldenTables.assertEqual(
                QualityDates.of(quality, quarantine, gaps, covered.date(), rows, limits), QualityDates.TABLE, golden);
    }

    private static Dataset<Row> rows(ScannedDay day, BaseRows base) {
        return session.createDataFrame(day.rows(base), base.schema()).repartition(3);
    }

    private static Dataset<Row> gaps(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> gap : CsvTable.read(file)) {
            rows.add(RowFactory.create(
                    gap.get("feed"),
                    new Timestamp(Long.parseLong(gap.getOrDefault("from_ms", ""))),
                    new Timestamp(Long.parseLong(gap.getOrDefault("to_ms", ""))),
                    JavaConverters.asScalaBuffer(
                                    List.of(gap.getOrDefault("symbols", "").split("\\|", -1)))
                            .toSeq()));
        }
        return session.createDataFrame(rows, FeedGaps.SCHEMA);
    }
}
