package io.tidemark.quality.latency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks again and again what a reader is served, and remembers when a bar was first seen to hold so many trades. */
final class VisibleBars {
    /** Minutes further back are not looked at: their trades would count as never seen. */
    private static final String SQL = "SELECT symbol, (extract(epoch FROM bucket) * 1000)::bigint, trades"
            + " FROM serving.bars_1m WHERE bucket >= now() - INTERVAL '5 minutes'";

    private final Clock clock;
    private final PreparedStatement query;
    private final Map<MinuteKey, List<Sight>> sights = new HashMap<>();
    private final Map<MinuteKey, Long> newest = new HashMap<>();

    /**
     * That a bar was seen.
     *
     * @param trades how many it held
     * @param at when the answer was there, epoch ms
     */
    record Sight(long trades, long at) {}

    VisibleBars(Connection reader, Clock clock) throws SQLException {
        this.clock = clock;
        this.query = reader.prepareStatement(SQL);
    }

    /** Looks once. */
    void look() throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            long now = clock.millis();
            while (row.next()) {
                var key = new MinuteKey(row.getString(1), row.getLong(2));
                long trades = row.getLong(3);
                if (trades > newest.getOrDefault(key, 0L)) {
                    newest.put(key, trades);
                    sights.computeIfAbsent(key, unseen -> new ArrayList<>()).add(new Sight(trades, now));
                }
            }
        }
    }

    /** Sights of each minute's bar, each of more trades than the one before. */
    Map<MinuteKey, List<Sight>> sights() {
        return sights;
    }
}
