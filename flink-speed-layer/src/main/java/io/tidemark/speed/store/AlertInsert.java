package io.tidemark.speed.store;

import io.tidemark.speed.alert.Alert;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of alerts as one statement. An alert that is there already stays as it is. */
final class AlertInsert implements JdbcQueryStatement<List<Alert>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.alerts (id, kind, severity, symbol, occurred_at, message, value, threshold)
            SELECT id, kind, severity, nullif(symbol, ''), at(occurred_at), message, value, threshold
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::float8[], ?::float8[])
                AS fresh (id, kind, severity, symbol, occurred_at, message, value, threshold)
            ON CONFLICT (id) DO NOTHING
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<Alert> alerts) throws SQLException {
        var columns = new ArrayParameters<>(statement, alerts);
        columns.texts(Alert::id);
        columns.texts(alert -> alert.kind().text());
        columns.texts(alert -> alert.severity().text());
        columns.texts(Alert::symbol);
        columns.longs(Alert::occurredAt);
        columns.texts(Alert::message);
        columns.doubles(Alert::value);
        columns.doubles(Alert::threshold);
    }
}
