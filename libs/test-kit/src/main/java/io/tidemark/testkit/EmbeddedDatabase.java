package io.tidemark.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A real PostgreSQL 17 (without TimescaleDB) on the loopback interface, from binaries that come as Maven artifacts. The
 * user {@code postgres} owns everything and needs no password.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts an empty server on a free port whose data vanish with it. */
    public static EmbeddedDatabase start() throws IOException {
        return new EmbeddedDatabase(builder().start());
    }

    /**
     * Starts a server that keeps its data.
     *
     * @param directory the data directory; filled when empty
     * @param port to listen on
     */
    public static EmbeddedDatabase start(Path directory, int port) throws IOException {
        return new EmbeddedDatabase(builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start());
    }

    /** URL of database {@code postgres}, with the owner in it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=" + user();
    }

    /** URL of database {@code postgres} for a user that the caller names. */
    public String jdbcUrlWithoutUser() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    /** The owner's name. */
    public String user() {
        return "postgres";
    }

    /** Port it listens on. */
    public int port() {
        return postgres.getPort();
    }

    /** Connections as the owner; not pooled. */
    public DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static EmbeddedPostgres.Builder builder() {
        // A folder of our own: the default is shared with whatever else unpacks PostgreSQL on this machine.
        var unpacked = new File(System.getProperty("java.io.tmpdir"), "tidemark-postgres-17");
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(unpacked)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(true)
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB");
    }
}
