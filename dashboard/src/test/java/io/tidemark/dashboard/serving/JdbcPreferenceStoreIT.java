package io.tidemark.dashboard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.preferences.Density;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Preferences in a real PostgreSQL, with the rights that the dashboard's role has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcPreferenceStoreIT {
    private static final Preferences SET = new Preferences(
            Theme.LIGHT,
            Density.COMPACT,
            TimeZoneChoice.LOCAL,
            new Pins(List.of("SPY", "BRK.B"), true),
            Silence.FOR_GOOD);

    private EmbeddedServing serving;
    private HikariDataSource pool;
    private JdbcPreferenceStore store;

    @BeforeAll
    void start() throws Exception {
        serving = EmbeddedServing.start();
        serving.create("filled");
        serving.createBare("bare");
        pool = ServingDatabase.openToWrite(serving.reader("filled"));
        store = new JdbcPreferenceStore(pool);
    }

    @AfterAll
    void stop() throws Exception {
        pool.close();
        serving.close();
    }

    @Test
    void a_reader_who_has_set_nothing_has_nothing() {
        assertThat(store.read("nobody")).isEmpty();
    }

    @Test
    void what_is_written_is_read_again_by_that_reader_alone() {
        store.write("ada", SET);
        store.write("bob", Preferences.USUAL);
        store.write("ada", SET.withTheme(Theme.DARK));

        assertThat(store.read("ada")).hasValue(SET.withTheme(Theme.DARK));
        assertThat(store.read("bob")).hasValue(Preferences.USUAL);
        assertThat(store.read("ADA")).isEmpty();
        assertThat(JdbcClient.create(serving.owner("filled"))
                        .sql("SELECT settings->>'density' FROM dashboard.reader_settings WHERE reader = 'ada'")
                        .query(String.class)
                        .single())
                .isEqualTo("compact");
    }

    @Test
    void a_name_is_a_value_and_no_sql() {
        String name = "'; DROP TABLE dashboard.reader_settings; --";

        store.write(name, SET);

        assertThat(store.read(name)).hasValue(SET);
    }

    @Test
    void a_name_that_is_too_long_is_refused_and_said_so() {
        assertThat(fault(() -> store.write("a".repeat(513), SET)).kind()).isEqualTo(ServingFault.Kind.FAILED);
    }

    @Test
    void a_database_without_the_table_is_not_migrated_and_one_that_is_away_unreachable() {
        try (HikariDataSource bare = ServingDatabase.openToWrite(serving.reader("bare"));
                HikariDataSource nowhere = ServingDatabase.openToWrite(
                        new DashboardSettings.Database(EmbeddedServing.url("filled", 1), "dashboard_reader", "x"))) {
            assertThat(fault(() -> new JdbcPreferenceStore(bare).read("ada")).kind())
                    .isEqualTo(ServingFault.Kind.NOT_MIGRATED);
            assertThat(fault(() -> new JdbcPreferenceStore(nowhere).write("ada", SET))
                            .kind())
                    .isEqualTo(ServingFault.Kind.UNREACHABLE);
        }
    }

    private static ServingFault fault(Runnable work) {
        ServingFault[] fault = new ServingFault[1];
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(ServingUnavailableException.class, e -> fault[0] = e.fault());
        return fault[0];
    }
}
