package io.tidemark.batch.publish;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who writes to it. Travels to the tasks; its text form does not show the password.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user usually {@code batch_writer}
 * @param password empty when the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String APPLICATION = "tidemark-batch";
    private static final int CONNECT_TIMEOUT_SECONDS = 15;

    /** A new connection that the caller closes. The driver is named, because Spark loads this jar where no driver list looks. */
    public Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(APPLICATION);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        return source.getConnection();
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
