package io.tidemark.serving;

import static io.tidemark.serving.TestDatabase.execute;
import static io.tidemark.serving.TestDatabase.number;
import static io.tidemark.serving.TestDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role can do its work and nothing else. */
@SuppressWarnings("NullAway.Init")
class RolesIT {
    private static TestDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM serving.watchlist",
                "SELECT count(*) FROM serving.coverage",
                "SELECT count(*) FROM serving.runs",
                "SELECT count(*) FROM serving.hour_counts",
                "SELECT count(*) FROM serving.changes_since(now())",
                "SELECT count(*) FROM serving.reconciliation",
                "SELECT count(*) FROM serving.hops WHERE event_at IS NOT NULL",
                "SELECT count(*) FROM serving.reconciliation_minutes('2013-10-07', 'AAPL')",
                "SELECT count(*) FROM serving.bars('AAPL', '1m', null, null)"
            })
    void the_dashboard_reads_what_is_served(String query) throws SQLException {
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            assertThat(number(reader, query)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM batch.bars",
                "SELECT count(*) FROM batch.runs",
                "SELECT count(*) FROM serving.schema_history",
                "SELECT batch.start_run('2013-10-07', 'd', 'none')",
                "DELETE FROM serving.tidemark",
                "DELETE FROM dashboard.reader_settings",
                "TRUNCATE dashboard.reader_settings",
                "CREATE TABLE dashboard.mine (n int)",
                "CREATE TABLE serving.mine (n int)"
            })
    void the_dashboard_does_nothing_else(String statement) throws SQLException {
        refuses(ServingRole.DASHBOARD_READER, statement);
    }

    @Test
    void the_dashboard_keeps_the_settings_of_its_readers() throws SQLException {
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            reader.setAutoCommit(false);
            for (String theme : List.of("dark", "light")) {
                execute(reader, """
                        INSERT INTO dashboard.reader_settings (reader, settings) VALUES ('ada', '{"theme":"%s"}')
                        ON CONFLICT (reader) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at
                        """.formatted(theme));
            }
            assertThat(texts(reader, "SELECT reader, settings->>'theme' FROM dashboard.reader_settings"))
                    .containsExactly("ada|light");
            reader.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('', '{}')",
                "(repeat('a', 513), '{}')",
                "('ada', '[]')",
                "('ada', jsonb_build_object('theme', repeat('a', 65536)))"
            })
    void settings_that_no_page_would_write_are_refused(String row) throws SQLException {
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            assertThatThrownBy(() ->
                            execute(reader, "INSERT INTO dashboard.reader_settings (reader, settings) VALUES " + row))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("violates check constraint");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BATCH_WRITER", "SPEED_WRITER"})
    void settings_of_readers_are_the_dashboards_alone(ServingRole role) throws SQLException {
        refuses(role, "SELECT count(*) FROM dashboard.reader_settings");
    }

    @Test
    void the_dashboard_writes_nowhere_else() throws SQLException {
        try (Connection owner = database.asOwner()) {
            assertThat(texts(owner, """
                            SELECT DISTINCT table_schema || '.' || table_name || ' ' || privilege_type
                            FROM information_schema.role_table_grants
                            WHERE grantee = 'dashboard_reader' AND privilege_type <> 'SELECT'
                            ORDER BY 1
                            """))
                    .containsExactly("dashboard.reader_settings INSERT", "dashboard.reader_settings UPDATE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM batch.bars",
                "INSERT INTO batch.coverage VALUES ('2013-10-07', now(), 'd', 1, now())",
                "UPDATE batch.runs SET state = 'published'",
                "DELETE FROM batch.bars",
                "TRUNCATE batch.stage_bars",
                "CREATE TABLE batch.mine (n int)",
                "SELECT batch.forget_covered()",
                "SELECT batch.reconcile('2013-10-07')",
                "UPDATE batch.speed_retention SET days = 0",
                "SELECT count(*) FROM serving.watchlist"
            })
    void the_batch_touches_published_tables_only_through_publication(String statement) throws SQLException {
        refuses(ServingRole.BATCH_WRITER, statement);
    }

    @Test
    void the_speed_layer_upserts_its_rows() throws SQLException {
        try (Connection writer = database.as(ServingRole.SPEED_WRITER)) {
            writer.setAutoCommit(false);
            execute(writer, """
                    INSERT INTO speed.last_price AS known (symbol, price, trade_time, kafka_partition, kafka_offset, session,
                        session_open, last_received_at)
                    VALUES ('ROLE', 11, now(), 0, 1, now(), 10, now())
                    ON CONFLICT (symbol) DO UPDATE SET price = excluded.price WHERE known.price < excluded.price
                    """);
            assertThat(texts(writer, "SELECT change, change_percent FROM speed.last_price"))
                    .containsExactly("1|10");
            writer.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM speed.bars_1m",
                "TRUNCATE speed.last_price",
                "SELECT count(*) FROM batch.bars",
                "SELECT count(*) FROM serving.last_price",
                "CREATE TABLE speed.mine (n int)"
            })
    void the_speed_layer_does_nothing_else(String statement) throws SQLException {
        refuses(ServingRole.SPEED_WRITER, statement);
    }

    @Test
    void a_role_logs_in_with_the_password_that_it_was_given_and_the_server_never_saw_it() throws SQLException {
        ServingDatabase serving = database.serving();
        serving.allowLogin(ServingRole.BATCH_WRITER, "it's \"secret\"");

        try (Connection owner = database.asOwner()) {
            assertThat(
                            texts(
                                    owner,
                                    "SELECT rolcanlogin, rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'batch_writer'"))
                    .containsExactly("t|t");
            assertThat(texts(owner, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'dashboard_reader'"))
                    .containsExactly("f");
        }
    }

    private static void refuses(ServingRole role, String statement) throws SQLException {
        try (Connection connection = database.as(role)) {
            assertThatThrownBy(() -> execute(connection, statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
