package io.tidemark.batch.publish;

import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.spark.sql.Row;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts a run's rows of one result table into its stage by COPY, in one transaction that first deletes what an earlier
 * attempt has left. Closed before {@link #commit}, it leaves nothing.
 */
final class TableStage implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Connection connection;
    private final OutputStream copy;
    private final long runId;
    private final StringBuilder line = new StringBuilder(256);

    private TableStage(Connection connection, OutputStream copy, long runId) {
        this.connection = connection;
        this.copy = copy;
        this.runId = runId;
    }

    /** Connects and begins. */
    static TableStage open(DatabaseAddress database, ResultTable table, long runId) throws SQLException {
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            String stage = "batch.stage_" + table.name();
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + stage + " WHERE run_id = ?")) {
                delete.setLong(1, runId);
                delete.executeUpdate();
            }
            String columns = String.join(", ", table.schema().fieldNames());
            String sql = "COPY " + stage + " (" + columns + ", run_id) FROM STDIN";
            return new TableStage(
                    connection,
                    new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER_BYTES),
                    runId);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Adds a row of the table's schema. */
    void add(Row row) throws IOException {
        line.setLength(0);
        for (int column = 0; column < row.length(); column++) {
            CopyText.append(line, row.get(column));
            line.append('\t');
        }
        line.append(runId).append('\n');
        copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    void commit() throws SQLException, IOException {
        copy.close();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
