package io.tidemark.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where TimescaleDB is on the server bars are hypertables, and nobody who reads or writes them sees a difference. */
class HypertableIT {

    @Test
    void bars_are_hypertables_exactly_where_the_server_has_them() throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                Connection owner = database.asOwner()) {
            boolean timescale = TestDatabase.number(
                            owner, "SELECT count(*) FROM pg_available_extensions WHERE name = 'timescaledb'")
                    == 1;
            assertThat(timescale).isEqualTo(Boolean.getBoolean("tidemark.containers"));
            List<String> expected = timescale ? List.of("batch.bars", "speed.bars_1m") : List.of();
            assertThat(hypertables(owner, timescale)).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> hypertables(Connection owner, boolean timescale) throws Exception {
        return timescale
                ? TestDatabase.texts(
                        owner,
                        "SELECT hypertable_schema || '.' || hypertable_name FROM timescaledb_information.hypertables"
                                + " ORDER BY 1")
                : List.of();
    }
}
