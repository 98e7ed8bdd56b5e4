package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.market.ServingReader;
import io.tidemark.dashboard.market.ServingSession;
import io.tidemark.dashboard.market.ServingUnavailableException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the serving layer with SQL, each look in one read-only transaction that sees one instant of the database. */
public final class JdbcServingReader implements ServingReader {
    private final TransactionTemplate oneInstant;
    private final JdbcServingSession session;

    public JdbcServingReader(DataSource database) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        this.oneInstant = new TransactionTemplate(transactions);
        this.oneInstant.setReadOnly(true);
        this.oneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.session = new JdbcServingSession(new JdbcTemplate(database));
    }

    @Override
    public <T> T readAtOnce(Function<ServingSession, T> reading) {
        try {
            return oneInstant.execute(status -> reading.apply(session));
        } catch (DataAccessException | TransactionException e) {
            throw new ServingUnavailableException(ServingFaults.of(e), e);
        }
    }
}
