package io.tidemark.quickstart.check;

import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the serving layer answers at a moment.
 *
 * @param symbols with a bar
 * @param trades in all bars
 * @param settled one-minute bars of the batch layer
 * @param live one-minute bars of the speed layer
 * @param stories news stories
 * @param linked of those, stories that are about a symbol
 */
record Served(long symbols, long trades, long settled, long live, long stories, long linked) {
    private static final String SQL = """
            SELECT count(DISTINCT symbol), coalesce(sum(trades), 0)::bigint, count(*) FILTER (WHERE layer = 'batch'),
                   count(*) FILTER (WHERE layer = 'speed'), (SELECT count(*) FROM serving.news),
                   (SELECT count(*) FROM serving.news WHERE symbols <> '{}')
            FROM serving.bars_1m
            """;

    /**
     * Asks with the dashboard's rights.
     *
     * @throws PartFailed when the database does not answer
     */
    static Served now(Stack stack) throws PartFailed {
        try (Connection connection = stack.connectAsReader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            return new Served(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        } catch (SQLException e) {
            throw new PartFailed("What is served cannot be read: " + e.getMessage());
        }
    }

    /** One-minute bars of both layers. */
    long bars() {
        return settled + live;
    }

    /** Whether both layers serve bars and there is news about symbols: all that the demo has to show. */
    boolean everything() {
        return settled > 0 && live > 0 && linked > 0;
    }
}
