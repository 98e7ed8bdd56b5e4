package io.tidemark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @Test
    void data_survive_a_restart_on_the_same_directory(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        int port = FreePorts.find(1).get(0);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, port)) {
            run(database, "CREATE TABLE t (n int)");
            run(database, "INSERT INTO t VALUES (42)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, port)) {
            assertThat(number(database, "SELECT n FROM t")).isEqualTo(42);
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
