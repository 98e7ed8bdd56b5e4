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
