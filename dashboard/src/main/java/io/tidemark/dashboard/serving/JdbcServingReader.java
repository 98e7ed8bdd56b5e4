package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.ServingReader;
import io.tidemark.dashboard.market.ServingSession;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the market with SQL, each look in one read-only transaction that sees one instant of the database. */
public final class JdbcServingReader implements ServingReader {
    private final OneInstant oneInstant;
    private final JdbcServingSession session;

    public JdbcServingReader(DataSource database) {
        this.oneInstant = new OneInstant(database);
        this.session = new JdbcServingSession(new JdbcTemplate(database));
    }

    @Override
    public <T> T readAtOnce(Function<ServingSession, T> reading) {
        return oneInstant.read(() -> reading.apply(session));
    }
}
