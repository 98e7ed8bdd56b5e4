package io.tidemark.dashboard.load;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets every symbol trade at once and writes it as the speed layer does: the bars of all in one statement, then the last
 * prices in another, each committed by itself.
 */
final class LiveWriter implements AutoCloseable {
    private static final String BARS = """
            INSERT INTO speed.bars_1m AS known (symbol, bucket, open, high, low, close, volume, vwap, trades,
                eligible_trades, late_trades, first_trade_time, last_trade_time, last_received_at, revision, closed)
            SELECT symbol, bucket, open, high, low, close, volume, vwap, trades, trades, 0, bucket, at, at, trades, false
            FROM unnest(?::text[], ?::timestamptz[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[],
                ?::float8[], ?::bigint[])
                AS fresh (symbol, bucket, open, high, low, close, volume, vwap, trades),
                 (SELECT ?::timestamptz AS at) now
            ON CONFLICT (symbol, bucket) DO UPDATE
            SET high = excluded.high, low = excluded.low, close = excluded.close, volume = excluded.volume,
                vwap = excluded.vwap, trades = excluded.trades, eligible_trades = excluded.eligible_trades,
                last_trade_time = excluded.last_trade_time, last_received_at = excluded.last_received_at,
                revision = excluded.revision, updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision""";

    private static final String PRICES = """
            INSERT INTO speed.last_price AS known (symbol, price, trade_time, kafka_partition, kafka_offset, session,
                session_open, previous_close, last_received_at)
            SELECT symbol, price, at, 0, ?, ?, price, null, at
            FROM unnest(?::text[], ?::float8[]) AS fresh (symbol, price), (SELECT ?::timestamptz AS at) now
            ON CONFLICT (symbol) DO UPDATE
            SET price = excluded.price, trade_time = excluded.trade_time, kafka_offset = excluded.kafka_offset,
                session = excluded.session,
                session_open = CASE WHEN known.session = excluded.session THEN known.session_open
                                    ELSE excluded.session_open END,
                last_received_at = excluded.last_received_at, updated_at = clock_timestamp()
            WHERE (excluded.trade_time, excluded.kafka_offset) >= (known.trade_time, known.kafka_offset)""";

    private final InstantSource clock;
    private final PriceLog log;
    private final List<LiveMinute> minutes = new ArrayList<>();
    private final Connection connection;
    private final PreparedStatement bars;
    private final PreparedStatement prices;

    /** A writer that goes on from the newest price of each symbol. */
    LiveWriter(DataSource owner, PriceLog log, InstantSource clock) throws SQLException {
        this.clock = clock;
        this.log = log;
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (String symbol : log.symbols()) {
            double close = JdbcClient.create(owner)
                    .sql("SELECT close FROM speed.bars_1m WHERE symbol = ? ORDER BY bucket DESC LIMIT 1")
                    .param(symbol)
                    .query(Double.class)
                    .single();
            minutes.add(new LiveMinute(symbol.hashCode(), minute, Math.round(close * 100)));
        }
        connection = owner.getConnection();
        connection.setAutoCommit(false);
        bars = connection.prepareStatement(BARS);
        prices = connection.prepareStatement(PRICES);
    }

    /** Has every symbol trade at a price that it has not had lately. */
    void trade() throws SQLException {
        Instant now = clock.instant();
        long[] cents =
                IntStream.range(0, minutes.size()).mapToLong(this::freshPrice).toArray();
        for (int symbol = 0; symbol < cents.length; symbol++) {
            minutes.get(symbol).trade(cents[symbol], now.truncatedTo(ChronoUnit.MINUTES));
        }
        writeBars(now);
        connection.commit();
        writePrices(now);
        // Just before, because nobody can have seen it yet; and remembered before somebody can.
        log.add(cents, System.nanoTime());
        connection.commit();
    }

    /** Another price than all that are remembered, so that each tells by itself when it was written. */
    private long freshPrice(int symbol) {
        long price = minutes.get(symbol).next();
        long away = price > Math.round(minutes.get(symbol).close() * 100) ? 1 : -1;
        while (log.knows(symbol, price)) {
            price = price + away > 0 ? price + away : price + PriceLog.KEPT;
        }
        return price;
    }

    private void writeBars(Instant now) throws SQLException {
        bars.setArray(1, texts());
        bars.setArray(2, column("timestamptz", minute -> Timestamp.from(minute.start())));
        bars.setArray(3, column("float8", LiveMinute::open));
        bars.setArray(4, column("float8", LiveMinute::high));
        bars.setArray(5, column("float8", LiveMinute::low));
        bars.setArray(6, column("float8", LiveMinute::close));
        bars.setArray(7, column("float8", LiveMinute::volume));
        bars.setArray(8, column("float8", LiveMinute::vwap));
        bars.setArray(9, column("int8", LiveMinute::trades));
        bars.setTimestamp(10, Timestamp.from(now));
        bars.executeUpdate();
    }

    private void writePrices(Instant now) throws SQLException {
        LocalDate session = now.atZone(ZoneOffset.UTC).toLocalDate();
        prices.setLong(1, log.written());
        prices.setDate(2, Date.valueOf(session));
        prices.setArray(3, texts());
        prices.setArray(4, column("float8", LiveMinute::close));
        prices.setTimestamp(5, Timestamp.from(now));
        prices.executeUpdate();
    }

    private java.sql.Array texts() throws SQLException {
        return connection.createArrayOf("text", log.symbols().toArray());
    }

    private java.sql.Array column(String type, Function<LiveMinute, Object> value) throws SQLException {
        return connection.createArrayOf(type, minutes.stream().map(value).toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
