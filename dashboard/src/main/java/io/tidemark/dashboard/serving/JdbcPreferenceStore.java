package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.preferences.PreferenceStore;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.PreferencesText;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps preferences in the one table that the dashboard writes, each reading and writing a transaction of its own. */
public final class JdbcPreferenceStore implements PreferenceStore {
    private static final String READ = "SELECT settings::text FROM dashboard.reader_settings WHERE reader = ?";
    private static final String WRITE = """
            INSERT INTO dashboard.reader_settings (reader, settings)
            VALUES (?, ?::jsonb)
            ON CONFLICT (reader) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at""";

    private final JdbcClient database;

    /** Keeps them there; the connections must not be read-only. */
    public JdbcPreferenceStore(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public Optional<Preferences> read(String reader) {
        return told(() -> database.sql(READ).param(reader).query(String.class).optional())
                .map(PreferencesText::read);
    }

    @Override
    public void write(String reader, Preferences preferences) {
        int unused = told(() -> database.sql(WRITE)
                .params(reader, PreferencesText.write(preferences))
                .update());
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw new ServingUnavailableException(ServingFaults.of(e), e);
        }
    }
}
