package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.bars.PartialBar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts one task's rows into the stage by COPY, in one transaction that first deletes what an earlier attempt of the same
 * task has left. Rows pass through; none are kept but the counts per symbol and hour.
 */
public final class StageWriter {
    private static final String COPY_BARS = "COPY batch.stage_bars (run_id, part, symbol, interval, bucket, open, high,"
            + " low, close, volume, vwap, trades, eligible_trades, late_trades, first_trade_time, last_trade_time)"
            + " FROM STDIN";
    private static final String COPY_COUNTS = "COPY batch.stage_hour_counts (run_id, part, hour, symbol, landed,"
            + " counted, price_updates, excluded) FROM STDIN";
    private static final int BUFFER_BYTES = 64 << 10;

    private final DatabaseAddress database;
    private final long runId;
    private final int part;

    /**
     * A writer of one part.
     *
     * @param runId the run
     * @param part number of the task in it
     */
    public StageWriter(DatabaseAddress database, long runId, int part) {
        this.database = database;
        this.runId = runId;
        this.part = part;
    }

    /**
     * Stages all buckets.
     *
     * @throws SQLException when the database refuses; then nothing of this part is staged
     */
    public StagedPart write(Iterator<Bucket> buckets) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            deleteOwn(connection, "batch.stage_bars");
            deleteOwn(connection, "batch.stage_hour_counts");
            List<Bucket> hours = new ArrayList<>();
            EnumMap<Interval, Long> bars = copyBars(connection, buckets, hours);
            copyCounts(connection, hours);
            connection.commit();
            return new StagedPart(
                    bars,
                    sum(hours, PartialBar::counted),
                    sum(hours, PartialBar::priceUpdates),
                    sum(hours, PartialBar::excluded));
        }
    }

    private void deleteOwn(Connection connection, String table) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE run_id = ? AND part = ?")) {
            delete.setLong(1, runId);
            delete.setInt(2, part);
            delete.executeUpdate();
        }
    }

    private EnumMap<Interval, Long> copyBars(Connection connection, Iterator<Bucket> buckets, List<Bucket> hours)
            throws SQLException, IOException {
        EnumMap<Interval, Long> bars = new EnumMap<>(Interval.class);
        var row = new StringBuilder(256);
        try (OutputStream copy = copy(connection, COPY_BARS)) {
            while (buckets.hasNext()) {
                Bucket bucket = buckets.next();
                if (bucket.isBar()) {
                    bars.merge(bucket.interval(), 1L, Long::sum);
                    row.setLength(0);
                    append(row, bucket.toBar());
                    copy.write(row.toString().getBytes(StandardCharsets.UTF_8));
                }
                if (bucket.interval() == Interval.ONE_HOUR) {
                    hours.add(bucket);
                }
            }
        }
        return bars;
    }

    private void copyCounts(Connection connection, List<Bucket> hours) throws SQLException, IOException {
        var row = new StringBuilder(128);
        try (OutputStream copy = copy(connection, COPY_COUNTS)) {
            for (Bucket hour : hours) {
                PartialBar content = hour.content();
                row.setLength(0);
                startRow(row);
                row.append(Instant.ofEpochMilli(hour.start())
                        .atOffset(ZoneOffset.UTC)
                        .getHour());
                text(row.append('\t'), hour.symbol());
                row.append('\t').append(content.counted() + content.priceUpdates() + content.excluded());
                row.append('\t').append(content.counted());
                row.append('\t').append(content.priceUpdates());
                row.append('\t').append(content.excluded()).append('\n');
                copy.write(row.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void append(StringBuilder row, Bar bar) {
        startRow(row);
        text(row, bar.symbol());
        row.append('\t').append(bar.interval().label());
        instant(row, bar.bucket());
        number(row, bar.open());
        number(row, bar.high());
        number(row, bar.low());
        number(row, bar.close());
        number(row, bar.volume());
        number(row, bar.vwap());
        row.append('\t').append(bar.trades());
        row.append('\t').append(bar.eligibleTrades());
        row.append('\t').append(bar.lateTrades());
        instant(row, bar.firstTradeTime());
        instant(row, bar.lastTradeTime());
        row.append('\n');
    }

    private void startRow(StringBuilder row) {
        row.append(runId).append('\t').append(part).append('\t');
    }

    private static void number(StringBuilder row, double value) {
        row.append('\t');
        if (Double.isNaN(value)) {
            row.append("\\N");
        } else {
            row.append(value);
        }
    }

    private static void instant(StringBuilder row, long epochMs) {
        row.append('\t').append(Instant.ofEpochMilli(epochMs));
    }

    /** Text of COPY's own format, in which a backslash begins an escape; control characters never get this far. */
    private static void text(StringBuilder row, String text) {
        row.append(text.replace("\\", "\\\\"));
    }

    private static OutputStream copy(Connection connection, String sql) throws SQLException {
        return new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER_BYTES);
    }

    private static long sum(List<Bucket> hours, ToLongFunction<PartialBar> figure) {
        return hours.stream().map(Bucket::content).mapToLong(figure).sum();
    }
}
