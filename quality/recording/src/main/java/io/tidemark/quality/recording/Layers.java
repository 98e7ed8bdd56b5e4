package io.tidemark.quality.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which layer serves the one-minute bars.
 *
 * @param batch bars of the batch layer
 * @param speed bars of the speed layer
 * @param twice buckets of a symbol that are served more than once
 * @param boundary the tidemark of the latest date that has one, as text
 */
record Layers(long batch, long speed, long twice, String boundary) {
    private static final String SQL = """
            SELECT count(*) FILTER (WHERE layer = 'batch'), count(*) FILTER (WHERE layer = 'speed'),
                   count(*) - count(DISTINCT (symbol, bucket)),
                   coalesce((SELECT max(boundary) FROM serving.tidemark)::text, 'none')
            FROM serving.bars_1m
            """;

    static Layers of(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            return new Layers(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4));
        }
    }

    /** Whether each layer serves something. */
    boolean both() {
        return batch > 0 && speed > 0;
    }
}
