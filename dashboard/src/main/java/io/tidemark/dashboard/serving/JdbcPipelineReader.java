package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.pipeline.DateDetail;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.Hop;
import io.tidemark.dashboard.pipeline.LedgerRun;
import io.tidemark.dashboard.pipeline.PipelineReader;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the pipeline's state with SQL, each look in one read-only transaction that sees one instant of the database. */
public final class JdbcPipelineReader implements PipelineReader {
    private static final String HOPS = "SELECT hop, event_at, reached_at, events, seconds FROM serving.hops";
    private static final String GAPS = """
            SELECT feed, started_at, ended_at, symbols, reason
            FROM serving.feed_gaps
            ORDER BY started_at DESC, feed
            LIMIT 100""";
    private static final String RUNS = """
            SELECT run_id, dt, state, started_at, finished_at, files, bytes_read, rows_read, rows_counted,
                   price_updates + rows_excluded AS rows_kept_out, bars, message
            FROM serving.runs
            ORDER BY run_id DESC
            LIMIT 100""";
    private static final String DATES = """
            SELECT c.dt, c.covered_until, h.landed, h.counted, h.price_updates, h.excluded, r.equal, r.different,
                   r.only_batch, r.only_speed, r.unseen, r.largest_difference, q.verdict, q.reasons, q.quarantined
            FROM (SELECT dt, covered_until FROM serving.coverage ORDER BY dt DESC LIMIT 30) c
            LEFT JOIN LATERAL (
                SELECT sum(landed)::bigint AS landed, sum(counted)::bigint AS counted,
                       sum(price_updates)::bigint AS price_updates, sum(excluded)::bigint AS excluded
                FROM serving.hour_counts WHERE dt = c.dt) h ON true
            LEFT JOIN LATERAL (
                SELECT sum(equal)::bigint AS equal, sum(different)::bigint AS different,
                       sum(only_batch)::bigint AS only_batch, sum(only_speed)::bigint AS only_speed,
                       sum(unseen)::bigint AS unseen, max(largest_difference) AS largest_difference
                FROM serving.reconciliation WHERE dt = c.dt) r ON true
            LEFT JOIN serving.quality_dates q ON q.dt = c.dt
            ORDER BY c.dt DESC""";
    private static final String AGREEMENTS = """
            SELECT symbol, equal, different, only_batch, only_speed, unseen, with_late_trades, largest_difference,
                   largest_field
            FROM serving.reconciliation
            WHERE dt = ?
            ORDER BY different + only_batch + only_speed DESC, symbol""";
    private static final String HOURS = """
            SELECT hour, sum(landed)::bigint AS landed, sum(counted)::bigint AS counted,
                   sum(price_updates)::bigint AS price_updates, sum(excluded)::bigint AS excluded
            FROM serving.hour_counts
            WHERE dt = ?
            GROUP BY hour
            ORDER BY hour""";
    private static final String QUALITIES = """
            SELECT symbol, verdict, reasons, rows, duplicate_share, out_of_order_share, lateness_p50, lateness_p99,
                   gap_seconds, conserved
            FROM serving.data_quality
            WHERE dt = ?
            ORDER BY array_position(ARRAY['bad', 'suspect', 'good'], verdict), symbol""";
    private static final String DEAD_LETTERS =
            "SELECT reason, records FROM serving.quality_quarantine WHERE dt = ? ORDER BY records DESC, reason";

    private final OneInstant oneInstant;
    private final JdbcTemplate database;

    public JdbcPipelineReader(DataSource database) {
        this.oneInstant = new OneInstant(database);
        this.database = new JdbcTemplate(database);
    }

    @Override
    public <T> T readAtOnce(Function<Session, T> reading) {
        return oneInstant.read(() -> reading.apply(new Looking()));
    }

    private final class Looking implements Session {
        @Override
        public List<Hop> hops() {
            return database.query(HOPS, (row, n) -> PipelineRows.hop(row));
        }

        @Override
        public List<FeedGap> gaps() {
            return database.query(GAPS, (row, n) -> ServingRows.gap(row));
        }

        @Override
        public List<LedgerRun> runs() {
            return database.query(RUNS, (row, n) -> PipelineRows.run(row));
        }

        @Override
        public List<DateHealth> dates() {
            return database.query(DATES, (row, n) -> PipelineRows.health(row));
        }

        @Override
        public DateDetail of(LocalDate date) {
            return new DateDetail(
                    database.query(AGREEMENTS, (row, n) -> PipelineRows.ofSymbol(row), date),
                    database.query(HOURS, (row, n) -> PipelineRows.ofHour(row), date),
                    database.query(QUALITIES, (row, n) -> PipelineRows.quality(row), date),
                    database.query(DEAD_LETTERS, (row, n) -> PipelineRows.deadLetters(row), date));
        }
    }
}
