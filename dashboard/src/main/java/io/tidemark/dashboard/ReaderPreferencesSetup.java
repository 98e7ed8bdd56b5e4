package io.tidemark.dashboard;

import io.tidemark.dashboard.preferences.PreferenceStore;
import io.tidemark.dashboard.preferences.Readers;
import io.tidemark.dashboard.serving.JdbcPreferenceStore;
import io.tidemark.dashboard.serving.ServingDatabase;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where readers' preferences are kept: a connection and a thread of their own, so that they never hold up a feed. */
@Configuration(proxyBeanMethods = false)
class ReaderPreferencesSetup {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    /** Asked for by name alone: whoever wants the database wants the one to read. */
    @Bean(defaultCandidate = false)
    DataSource preferencesDatabase(DashboardSettings settings) {
        return ServingDatabase.openToWrite(settings.database());
    }

    @Bean
    PreferenceStore preferenceStore(@Qualifier("preferencesDatabase") DataSource database) {
        return new JdbcPreferenceStore(database);
    }

    /** Ends with what it is doing: nobody waits for a database that is away. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ScheduledExecutorService preferencesKeeper() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("preferences").daemon().factory());
    }

    @Bean
    Readers readers(PreferenceStore store, @Qualifier("preferencesKeeper") ScheduledExecutorService keeper) {
        return new Readers(store, keeper, TRY_AGAIN);
    }
}
