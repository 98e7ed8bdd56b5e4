package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import io.tidemark.batch.bars.Bucket;
import io.tidemark.batch.bars.PartialBar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts one task's rows into the stage by COPY, in one transaction that first deletes what an earlier attempt of the same
 * task has left. Closed before {@link #commit}, it leaves nothing.
 */
final class StageWriter implements AutoCloseable {
    private static final String COPY_BARS = "COPY batch.stage_bars (run_id, part, symbol, interval, bucket, open, high,"
            + " low, close, volume, vwap, trades, eligible_trades, late_trades, first_trade_time, last_trade_time)"
            + " FROM STDIN";
    private static final String COPY_COUNTS = "COPY batch.stage_hour_counts (run_id, part, hour, symbol, landed,"
            + " counted, price_updates, excluded) FROM STDIN";
    private static final int BUFFER_BYTES = 64 << 10;

    private final Connection connection;
    private final OutputStream bars;
    private final long runId;
    private final int part;
    private final StringBuilder row = new StringBuilder(256);

    private StageWriter(Connection connection, OutputStream bars, long runId, int part) {
        this.connection = connection;
        this.bars = bars;
        this.runId = runId;
        this.part = part;
    }

    /**
     * Connects and begins.
     *
     * @param runId the run
     * @param part number of the task in it
     */
    static StageWriter open(DatabaseAddress database, long runId, int part) throws SQLException {
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            deleteOwn(connection, "batch.stage_bars", runId, part);
            deleteOwn(connection, "batch.stage_hour_counts", runId, part);
            return new StageWriter(connection, copy(connection, COPY_BARS), runId, part);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Adds a bar. */
    void add(Bar bar) throws IOException {
        startRow();
        text(bar.symbol());
        row.append('\t').append(bar.interval().label());
        instant(bar.bucket());
        number(bar.open());
        number(bar.high());
        number(bar.low());
        number(bar.close());
        number(bar.volume());
        number(bar.vwap());
        row.append('\t').append(bar.trades());
        row.append('\t').append(bar.eligibleTrades());
        row.append('\t').append(bar.lateTrades());
        instant(bar.firstTradeTime());
        instant(bar.lastTradeTime());
        endRow(bars);
    }

    /**
     * Adds the counts and commits everything.
     *
     * @param hours buckets of an hour, one for each symbol and hour with any row
     */
    void commit(List<Bucket> hours) throws SQLException, IOException {
        bars.close();
        try (OutputStream counts = copy(connection, COPY_COUNTS)) {
            for (Bucket hour : hours) {
                PartialBar content = hour.content();
                startRow();
                row.append(Instant.ofEpochMilli(hour.start())
                                .atOffset(ZoneOffset.UTC)
                                .getHour())
                        .append('\t');
                text(hour.symbol());
                row.append('\t').append(content.rows());
                row.append('\t').append(content.counted());
                row.append('\t').append(content.priceUpdates());
                row.append('\t').append(content.excluded());
                endRow(counts);
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void startRow() {
        row.setLength(0);
        row.append(runId).append('\t').append(part).append('\t');
    }

    private void endRow(OutputStream copy) throws IOException {
        row.append('\n');
        copy.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void number(double value) {
        row.append('\t');
        if (Double.isNaN(value)) {
            row.append("\\N");
        } else {
            row.append(value);
        }
    }

    private void instant(long epochMs) {
        row.append('\t').append(Instant.ofEpochMilli(epochMs));
    }

    /** Text of COPY's own format, in which a backslash begins an escape; control characters never get this far. */
    private void text(String text) {
        row.append(text.replace("\\", "\\\\"));
    }

    private static void deleteOwn(Connection connection, String table, long runId, int part) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE run_id = ? AND part = ?")) {
            delete.setLong(1, runId);
            delete.setInt(2, part);
            delete.executeUpdate();
        }
    }

    private static OutputStream copy(Connection connection, String sql) throws SQLException {
        return new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER_BYTES);
    }
}
