package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.settings.DashboardSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL, and in it databases with the schema that module serving makes. */
public final class EmbeddedServing implements AutoCloseable {
    /** The reader's password in every database here. */
    public static final String PASSWORD = "for tests";

    private static final Path MIGRATIONS = Path.of("../serving/src/main/resources/db/migration");
    private static final String OWNER = "postgres";

    private final EmbeddedPostgres postgres;

    private EmbeddedServing(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts the server; its data vanish with it. */
    public static EmbeddedServing start() throws IOException {
        return new EmbeddedServing(
                builder().setServerConfig("shared_buffers", "32MB").start());
    }

    /**
     * Starts the server over a folder that it makes, or made before, and leaves there; with settings of its own. Whoever
     * starts it must close it, also when the program is broken off.
     */
    public static EmbeddedServing startAt(Path data, Map<String, String> settings) throws IOException {
        EmbeddedPostgres.Builder builder =
                builder().setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false);
        settings.forEach(builder::setServerConfig);
        return new EmbeddedServing(builder.start());
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                // A folder of our own: the default is shared with whatever else unpacks PostgreSQL on this machine.
                .setOverrideWorkingDirectory(new File("target/postgres"))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(true)
                .setServerConfig("fsync", "off");
    }

    /** Makes a database without a serving layer. */
    public void createBare(String database) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("CREATE DATABASE " + database)
                .update();
    }

    /** Makes a database whose serving layer is there and empty. */
    public TestMarket create(String database) {
        createBare(database);
        return migrate(database);
    }

    /** Brings the serving layer into a bare database. */
    public TestMarket migrate(String database) {
        if (!Files.isDirectory(MIGRATIONS)) {
            throw new IllegalStateException("expected the serving module beside this one, at " + MIGRATIONS);
        }
        DataSource owner = owner(database);
        Flyway.configure()
                .dataSource(owner)
                .locations("filesystem:" + MIGRATIONS)
                .defaultSchema("serving")
                .table("schema_history")
                .placeholderReplacement(false)
                .load()
                .migrate();
        JdbcClient.create(owner)
                .sql("ALTER ROLE dashboard_reader LOGIN PASSWORD '" + PASSWORD + "'")
                .update();
        return new TestMarket(owner);
    }

    /** Connections as the owner. */
    public DataSource owner(String database) {
        return postgres.getDatabase(OWNER, database);
    }

    /** How the dashboard reads a database. */
    public DashboardSettings.Database reader(String database) {
        return new DashboardSettings.Database(url(database, port()), "dashboard_reader", PASSWORD);
    }

    /** Address of a database behind some port of this machine. */
    public static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
