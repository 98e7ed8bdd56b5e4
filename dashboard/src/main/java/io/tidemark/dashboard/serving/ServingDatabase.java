package io.tidemark.dashboard.serving;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.Duration;

/** Makes the connections to the database: few, and none that can hang. */
public final class ServingDatabase {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);
    /** Above the statement timeout: for a database that is paused or cut off, and so cannot end the statement itself. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(8);

    private ServingDatabase() {}

    /** A read-only pool that opens without the database and connects as soon as it is there. */
    public static HikariDataSource open(DashboardSettings.Database database) {
        HikariDataSource pool = pool("serving", database);
        pool.setReadOnly(true);
        pool.setAutoCommit(false);
        // One connection reads; the other replaces it while it is being given up.
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        return pool;
    }

    /** The same with one connection that may write, opened when there is something to do. */
    public static HikariDataSource openToWrite(DashboardSettings.Database database) {
        HikariDataSource pool = pool("preferences", database);
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        return pool;
    }

    private static HikariDataSource pool(String name, DashboardSettings.Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        pool.addDataSourceProperty("ApplicationName", "tidemark-dashboard");
        pool.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT.toSeconds());
        pool.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
        pool.addDataSourceProperty("tcpKeepAlive", true);
        pool.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT_TIMEOUT.toMillis());
        return pool;
    }
}
