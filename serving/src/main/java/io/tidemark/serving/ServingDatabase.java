package io.tidemark.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateOutput;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database and the schema that it should have. Connects as the owner, who makes schemas and roles; nobody else needs
 * that right. Every method opens and closes its own connections and throws {@link ServingException} when the database
 * cannot be reached or refuses.
 */
public final class ServingDatabase {
    /** Migrations are recorded in the schema that they are about, out of reach of the roles they make. */
    private static final String HISTORY_SCHEMA = "serving";

    private static final String HISTORY_TABLE = "schema_history";

    private final DataSource owner;
    private final Flyway flyway;

    private ServingDatabase(DataSource owner) {
        this.owner = owner;
        this.flyway = Flyway.configure(ServingDatabase.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema(HISTORY_SCHEMA)
                .table(HISTORY_TABLE)
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                .loggers("slf4j")
                .load();
    }

    /**
     * The database behind a data source.
     *
     * @param owner connections of a user who may make schemas and roles
     */
    public static ServingDatabase of(DataSource owner) {
        return new ServingDatabase(owner);
    }

    /**
     * The database at a URL.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param user who may make schemas and roles
     * @param password of that user; empty when the server asks for none
     */
    public static ServingDatabase at(String url, String user, String password) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(user);
        owner.setPassword(password);
        owner.setApplicationName("tidemark-serving");
        return new ServingDatabase(owner);
    }

    /**
     * Applies every pending migration, each in a transaction of its own; several callers at once wait for each other.
     *
     * @return what was applied, in order; empty when the database was up to date
     */
    public List<String> migrate() {
        try {
            return flyway.migrate().migrations.stream()
                    .map(ServingDatabase::name)
                    .toList();
        } catch (FlywayException e) {
            throw new ServingException("the migration failed", e);
        }
    }

    /** Every migration that this program knows or the database has seen, in order. */
    public List<Migration> migrations() {
        try {
            return Arrays.stream(flyway.info().all())
                    .map(info -> new Migration(name(info), info.getState().getDisplayName(), isPending(info)))
                    .toList();
        } catch (FlywayException e) {
            throw new ServingException("the migrations could not be read", e);
        }
    }

    /**
     * Why a program should not start on this database.
     *
     * @return one line for each migration that is pending, and one for each that was changed after it was applied; empty
     *     when the schema is as it should be
     */
    public List<String> problems() {
        Stream<String> pending = migrations().stream()
                .filter(Migration::pending)
                .map(migration -> migration.name() + " has not been applied");
        try {
            var validation = Flyway.configure(ServingDatabase.class.getClassLoader())
                    .configuration(flyway.getConfiguration())
                    .ignoreMigrationPatterns("*:pending", "*:future")
                    .load()
                    .validateWithResult();
            Stream<String> invalid = validation.invalidMigrations.stream()
                    .map(migration -> migration.version + " " + migration.description + ": "
                            + migration.errorDetails.errorMessage.replaceAll("\\s+", " "));
            return Stream.concat(pending, invalid).toList();
        } catch (FlywayException e) {
            throw new ServingException("the migrations could not be validated", e);
        }
    }

    /**
     * Lets a role log in. The password's hash is computed here, so that the password itself appears in no log of the
     * server.
     */
    public void allowLogin(ServingRole role, String password) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role.roleName(), password.toCharArray(), "scram-sha-256");
            statement.execute("ALTER ROLE " + role.roleName() + " LOGIN");
        } catch (SQLException e) {
            throw new ServingException(role.roleName() + " could not be given a password", e);
        }
    }

    /**
     * Deletes news, and figures of news, that are older than a time before the newest story.
     *
     * @param keep how much stays; not negative
     * @return number of rows deleted
     */
    public long forgetNews(Duration keep) {
        try (Connection connection = owner.getConnection();
                PreparedStatement call =
                        connection.prepareStatement("SELECT batch.forget_news(? * INTERVAL '1 second')")) {
            call.setLong(1, keep.toSeconds());
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new ServingException("the news could not be deleted", e);
        }
    }

    private static boolean isPending(MigrationInfo info) {
        return info.getState() == MigrationState.PENDING;
    }

    private static String name(MigrationInfo info) {
        return (info.isVersioned() ? info.getVersion() + " " : "") + info.getDescription();
    }

    private static String name(MigrateOutput output) {
        return (output.version + " " + output.description).strip();
    }
}
