package io.tidemark.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ServingDatabaseIT {
    private static final String FUNCTIONS_OF_ROWS =
            "SELECT oid::regprocedure FROM pg_proc WHERE proretset AND pronamespace::regnamespace::text IN ('batch', 'serving')";
    private static final String OF_THE_TEST = " AND proargnames @> '{old}'";

    private TestDatabase database;

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.empty();
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void a_second_migration_finds_nothing_to_do() {
        ServingDatabase serving = database.serving();
        assertThat(serving.migrate()).startsWith("001 schemas and roles").contains("serving bars");
        assertThat(serving.migrate()).isEmpty();
        assertThat(serving.problems()).isEmpty();
        assertThat(serving.migrations()).noneMatch(Migration::pending);
    }

    @Test
    void an_empty_database_is_told_what_it_lacks() {
        assertThat(database.serving().problems())
                .contains("001 schemas and roles has not been applied", "serving watchlist has not been applied");
    }

    @Test
    void a_migration_that_was_changed_after_it_was_applied_is_a_problem() throws SQLException {
        database.serving().migrate();
        try (Connection owner = database.asOwner()) {
            TestDatabase.execute(owner, "UPDATE serving.schema_history SET checksum = 1 WHERE version = '002'");
        }
        assertThat(database.serving().problems()).singleElement().asString().startsWith("002 batch bars: ");
    }

    @Test
    void functions_may_get_other_columns_although_views_are_made_of_them() throws SQLException {
        database.serving().migrate();
        try (Connection owner = database.asOwner()) {
            List<String> functions = TestDatabase.texts(owner, FUNCTIONS_OF_ROWS);
            assertThat(functions).contains("serving.quotes()", "serving.changes_since(timestamp with time zone)");
            for (String function : functions) {
                TestDatabase.execute(owner, "DROP FUNCTION " + function + " CASCADE");
                TestDatabase.execute(
                        owner,
                        "CREATE FUNCTION " + function + " RETURNS TABLE (old integer) LANGUAGE sql AS 'SELECT 1'");
            }
            TestDatabase.execute(owner, "CREATE VIEW serving.watchlist AS SELECT * FROM serving.quotes()");
            TestDatabase.execute(owner, "UPDATE serving.schema_history SET checksum = 1 WHERE version IS NULL");

            assertThat(database.serving().migrate()).contains("serving watchlist", "batch reconciliation");

            assertThat(TestDatabase.texts(owner, FUNCTIONS_OF_ROWS + OF_THE_TEST))
                    .isEmpty();
        }
        try (Connection reader = database.as(ServingRole.DASHBOARD_READER)) {
            assertThat(TestDatabase.texts(reader, "SELECT symbol FROM serving.watchlist"))
                    .isEmpty();
        }
    }

    @Test
    void two_migrations_at_once_wait_for_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> both = threads.invokeAll(
                    List.of(() -> database.serving().migrate(), () -> database.serving()
                            .migrate()),
                    60,
                    TimeUnit.SECONDS);
            assertThat(both.get(0).get().size() + both.get(1).get().size())
                    .isEqualTo(database.serving().migrations().stream()
                            .filter(migration -> !migration.name().contains("Schema Creation"))
                            .count());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_database_that_is_not_there_is_named_as_the_reason() {
        ServingDatabase nowhere = ServingDatabase.at(database.url().replace("/postgres", "/absent"), "postgres", "");
        assertThatThrownBy(nowhere::migrate)
                .isInstanceOf(ServingException.class)
                .hasMessageContaining("the migration failed: ")
                .hasMessageContaining("\"absent\" does not exist");
    }
}
