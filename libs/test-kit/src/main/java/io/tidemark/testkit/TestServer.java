package io.tidemark.testkit;

import java.io.Closeable;
import java.io.IOException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A database server with nothing in it: PostgreSQL in this process's care, or, with {@code -Dtidemark.containers=true}, the
 * TimescaleDB of the compose stack, where bars are hypertables.
 *
 * @param url of a database, without user
 * @param owner who needs no password
 */
public record TestServer(String url, String owner, Closeable server) implements Closeable {
    private static final int PORT = 5432;

    /**
     * Starts an empty server on a free port, whose data vanish with it.
     *
     * @throws IOException when it cannot be started
     */
    public static TestServer start() throws IOException {
        return Boolean.getBoolean("tidemark.containers") ? timescale() : postgres();
    }

    /** URL with the owner in it. */
    public String urlWithUser() {
        return url + "?user=" + owner;
    }

    /** Connections as the owner; not pooled. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(urlWithUser());
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static TestServer postgres() throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start();
        return new TestServer(database.jdbcUrlWithoutUser(), database.user(), database::close);
    }

    private static TestServer timescale() {
        var container = new GenericContainer<>(DockerImageName.parse(ContainerImages.TIMESCALEDB))
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .withEnv("TIMESCALEDB_TELEMETRY", "off")
                .withExposedPorts(PORT)
                // Over TCP: while it makes the database, it listens on its socket alone.
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -q -h 127.0.0.1 -U postgres"));
        container.start();
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/postgres";
        return new TestServer(url, "postgres", container::close);
    }
}
