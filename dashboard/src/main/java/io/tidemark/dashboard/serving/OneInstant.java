package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Read-only transactions in which every query sees the same instant of the database. */
final class OneInstant {
    private final TransactionTemplate transactions;

    OneInstant(DataSource database) {
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Does some reading in one of them.
     *
     * @throws ServingUnavailableException when the database cannot be reached or does not answer
     */
    <T> T read(Supplier<T> reading) {
        try {
            return transactions.execute(status -> reading.get());
        } catch (DataAccessException | TransactionException e) {
            throw new ServingUnavailableException(ServingFaults.of(e), e);
        }
    }
}
