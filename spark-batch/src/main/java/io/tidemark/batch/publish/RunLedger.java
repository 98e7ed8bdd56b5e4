package io.tidemark.batch.publish;

import io.tidemark.contracts.event.FeedGap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs and publications, which the database decides about: every method is one statement on schema {@code batch}, in a
 * transaction of its own.
 */
public final class RunLedger {
    private static final String RECONCILIATION = """
            SELECT coalesce(sum(r.equal), 0), coalesce(sum(r.different), 0), coalesce(sum(r.only_batch), 0),
                   coalesce(sum(r.only_speed), 0), coalesce(sum(r.unseen), 0), coalesce(sum(r.with_late_trades), 0),
                   coalesce(max(r.largest_difference), 0)
            FROM batch.reconciled_dates d JOIN batch.reconciliation r ON r.dt = d.dt
            WHERE d.run_id = ?""";

    private final DatabaseAddress database;

    public RunLedger(DatabaseAddress database) {
        this.database = database;
    }

    /** What is published, by date. */
    public Map<LocalDate, PublishedDate> published() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT dt, run_id, digest, covered_until FROM batch.coverage")) {
            Map<LocalDate, PublishedDate> dates = new TreeMap<>();
            while (rows.next()) {
                Instant coveredUntil = rows.getObject(4, OffsetDateTime.class).toInstant();
                dates.put(
                        rows.getObject(1, LocalDate.class),
                        new PublishedDate(rows.getLong(2), rows.getString(3), coveredUntil));
            }
            return dates;
        }
    }

    /** Opens a run and supersedes every unpublished run of the date; returns its id. */
    public long start(LocalDate date, String digest, String conditions) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement call = connection.prepareStatement("SELECT batch.start_run(?, ?, ?)")) {
            call.setObject(1, date);
            call.setString(2, digest);
            call.setString(3, conditions);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Spans in which a feed was not heard, oldest first. */
    public List<FeedGap> feedGaps() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT feed, symbols, started_at, ended_at, reason FROM batch.feed_gaps()")) {
            List<FeedGap> gaps = new ArrayList<>();
            while (rows.next()) {
                gaps.add(new FeedGap(
                        rows.getString(1),
                        List.of((String[]) rows.getArray(2).getArray()),
                        rows.getTimestamp(3).getTime(),
                        rows.getTimestamp(4).getTime(),
                        rows.getString(5)));
            }
            return gaps;
        }
    }

    /** What the database found when it compared a run's publication with the speed layer. */
    public Reconciliation reconciliation(long runId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(RECONCILIATION)) {
            query.setLong(1, runId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Reconciliation(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getDouble(7));
            }
        }
    }

    /** Records why a run will not publish, and empties its stage. */
    public void fail(long runId, String message) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement call = connection.prepareStatement("SELECT batch.fail_run(?, ?)")) {
            call.setLong(1, runId);
            call.setString(2, message);
            call.execute();
        }
    }

    /** Runs that have started and neither published nor failed nor been superseded. */
    public Set<Long> unfinished() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT run_id FROM batch.runs WHERE state = 'started'")) {
            Set<Long> runs = new HashSet<>();
            while (rows.next()) {
                runs.add(rows.getLong(1));
            }
            return runs;
        }
    }
}
