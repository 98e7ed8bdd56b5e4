package io.tidemark.serving;

import io.tidemark.testkit.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A migrated database on a server of its own, and what the tests do to it in the batch writer's place. */
final class TestDatabase implements AutoCloseable {
    static final LocalDate DATE = LocalDate.parse("2013-10-07");

    private final TestServer server;

    private TestDatabase(TestServer server) {
        this.server = server;
    }

    static TestDatabase empty() throws IOException {
        return new TestDatabase(TestServer.start());
    }

    static TestDatabase migrated() throws IOException {
        TestDatabase database = empty();
        database.serving().migrate();
        return database;
    }

    ServingDatabase serving() {
        return ServingDatabase.of(server.dataSource());
    }

    String url() {
        return server.url();
    }

    String owner() {
        return server.owner();
    }

    /** A connection that has the rights of a role. */
    Connection as(ServingRole role) throws SQLException {
        Connection connection = DriverManager.getConnection(server.urlWithUser());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role.roleName());
        }
        return connection;
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(server.urlWithUser());
    }

    /** Starts a run of {@link #DATE}. */
    static long startRun(Connection connection, String digest) throws SQLException {
        return number(connection, "SELECT batch.start_run('" + DATE + "', '" + digest + "', 'none')");
    }

    /** Stages one-minute bars of AAPL from 14:00, all prices equal, and the counts that belong to them. */
    static void stage(Connection connection, long run, int bars, double price) throws SQLException {
        execute(connection, """
                INSERT INTO batch.stage_bars
                SELECT %d, 0, 'AAPL', '1m', b, %3$s, %3$s, %3$s, %3$s, 10, %3$s, 1, 1, 0, b, b
                FROM generate_series(0, %2$d - 1) n, LATERAL (SELECT '%4$s 14:00Z'::timestamptz + n * interval '1 minute' b) t
                """.formatted(run, bars, price, DATE));
        execute(
                connection,
                "INSERT INTO batch.stage_hour_counts VALUES (%d, 0, 14, 'AAPL', %d, %d, 0, 0)"
                        .formatted(run, bars, bars));
    }

    /** Publishes a run whose rows {@link #stage} wrote; true when it did, false when it had before. */
    static boolean publish(Connection connection, long run, int bars) throws SQLException {
        return texts(
                        connection,
                        "SELECT batch.publish_run(%d, %d, '%s 15:00Z', 1, 100, %d, %d, 0, 0)"
                                .formatted(run, bars, DATE, bars, bars))
                .equals(List.of("t"));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).get(0));
    }

    /** Rows as text, columns joined by {@code |}. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                texts.add(String.join("|", cells));
            }
            return texts;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
