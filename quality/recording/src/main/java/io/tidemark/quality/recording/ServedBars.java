package io.tidemark.quality.recording;

import io.tidemark.quickstart.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the serving layer answers, asked as the dashboard asks. */
final class ServedBars {
    private static final String BARS =
            "SELECT (extract(epoch FROM bucket) * 1000)::bigint, open, high, low, close, volume,"
                    + " vwap, trades FROM serving.bars(?, '1m', NULL, NULL)";
    private static final String HOURS =
            "SELECT symbol, (extract(epoch FROM dt) * 1000)::bigint + hour * 3600000::bigint, landed FROM serving.hour_counts";

    private static final String LATE =
            "SELECT symbol, (extract(epoch FROM bucket) * 1000)::bigint, trades FROM serving.late_trades";

    private ServedBars() {}

    static Map<BarKey, Bar> of(Stack stack, Recording recording) throws SQLException {
        try (Connection database = stack.connectAsReader()) {
            return read(database, recording.symbols());
        }
    }

    private static Map<BarKey, Bar> read(Connection database, List<String> symbols) throws SQLException {
        Map<BarKey, Bar> bars = new TreeMap<>();
        try (PreparedStatement query = database.prepareStatement(BARS)) {
            for (String symbol : symbols) {
                query.setString(1, symbol);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        bars.put(new BarKey(symbol, row.getLong(1)), bar(row));
                    }
                }
            }
        }
        return bars;
    }

    /** Landed rows by symbol and hour (its start, epoch ms), as the batch counted them. */
    static Map<BarKey, Long> landedPerHour(Connection database) throws SQLException {
        return counts(database, HOURS);
    }

    /** Trades that came too late for their minute's live bar. */
    static Map<BarKey, Long> lateTrades(Connection database) throws SQLException {
        return counts(database, LATE);
    }

    private static Map<BarKey, Long> counts(Connection database, String sql) throws SQLException {
        Map<BarKey, Long> counts = new TreeMap<>();
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                counts.put(new BarKey(row.getString(1), row.getLong(2)), row.getLong(3));
            }
        }
        return counts;
    }

    private static Bar bar(ResultSet row) throws SQLException {
        double open = row.getDouble(2);
        Optional<Bar.Prices> prices = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Bar.Prices(open, row.getDouble(3), row.getDouble(4), row.getDouble(5)));
        return new Bar(prices, row.getDouble(6), row.getDouble(7), row.getLong(8));
    }
}
