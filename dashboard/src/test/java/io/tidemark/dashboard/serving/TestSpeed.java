package io.tidemark.dashboard.serving;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The speed layer's writer, as a test needs it: whole rows, replaced by the next. */
public final class TestSpeed {
    private final JdbcClient owner;

    TestSpeed(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /** Writes one live minute; the close is what the last trade in it paid. */
    public void minute(String symbol, Instant start, double open, double close) {
        double swing = Math.abs(open) / 2500;
        minute(symbol, start, open, Math.max(open, close) + swing, Math.min(open, close) - swing, close, 120);
    }

    /** Writes one live minute with all its prices. */
    public void minute(
            String symbol, Instant start, double open, double high, double low, double close, double volume) {
        Timestamp from = Timestamp.from(start);
        Timestamp until = Timestamp.from(start.plusSeconds(59));
        owner.sql("""
                        INSERT INTO speed.bars_1m AS b (symbol, bucket, open, high, low, close, volume, vwap, trades,
                            eligible_trades, late_trades, first_trade_time, last_trade_time, last_received_at, revision,
                            closed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 12, 9, 0, ?, ?, ?, 1, false)
                        ON CONFLICT (symbol, bucket) DO UPDATE
                        SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                            volume = excluded.volume, vwap = excluded.vwap, revision = b.revision + 1,
                            updated_at = clock_timestamp()""")
                .params(symbol, from, open, high, low, close, volume, (open + close) / 2, from, until, until)
                .update();
    }

    /** Writes the last price, of a trade at that instant. */
    public void price(String symbol, double price, double sessionOpen, Instant tradeTime) {
        LocalDate session = tradeTime.atZone(ZoneOffset.UTC).toLocalDate();
        owner.sql("""
                        INSERT INTO speed.last_price (symbol, price, trade_time, kafka_partition, kafka_offset, session,
                            session_open, last_received_at)
                        VALUES (?, ?, ?, 0, 0, ?, ?, ?)
                        ON CONFLICT (symbol) DO UPDATE
                        SET price = excluded.price, trade_time = excluded.trade_time, session = excluded.session,
                            session_open = excluded.session_open, last_received_at = excluded.last_received_at,
                            updated_at = clock_timestamp()""")
                .params(
                        symbol,
                        price,
                        Timestamp.from(tradeTime),
                        session,
                        sessionOpen,
                        Timestamp.from(tradeTime.plusMillis(40)))
                .update();
    }

    /** Records a silence of the feed. */
    public void gap(Instant from, Instant to, String reason, String... symbols) {
        owner.sql("INSERT INTO speed.feed_gaps (feed, started_at, ended_at, symbols, reason) VALUES (?, ?, ?, ?, ?)")
                .params("finnhub", Timestamp.from(from), Timestamp.from(to), symbols, reason)
                .update();
    }

    /** Writes a story about one symbol, or about none when that is empty. */
    public void story(
            String id, Instant published, String headline, String url, String symbol, double relevance, double mood) {
        Map<String, Double> relevances = symbol.isEmpty() ? Map.of() : Map.of(symbol, relevance);
        story(id, published, headline, "Example Wire", url, relevances, mood);
    }

    /** Writes a story, or writes it again. */
    public void story(
            String id,
            Instant published,
            String headline,
            String source,
            String url,
            Map<String, Double> relevances,
            double mood) {
        owner.sql("""
                        INSERT INTO speed.news AS n (feed, id, published_at, received_at, headline, summary, source, url,
                            category, symbols, relevances, sentiment, revision)
                        VALUES ('rss', ?, ?, ?, ?, '', ?, ?, 'general', ?, ?, ?, 1)
                        ON CONFLICT (feed, id) DO UPDATE
                        SET headline = excluded.headline, sentiment = excluded.sentiment, revision = n.revision + 1,
                            updated_at = clock_timestamp()""")
                .params(
                        id,
                        Timestamp.from(published),
                        Timestamp.from(published.plusSeconds(20)),
                        headline,
                        source,
                        url,
                        relevances.keySet().toArray(String[]::new),
                        relevances.values().toArray(Double[]::new),
                        mood)
                .update();
    }

    /** Raises an alert. */
    public void alert(String id, String kind, String severity, String symbol, Instant at, String message) {
        owner.sql(
                        "INSERT INTO speed.alerts (id, kind, severity, symbol, occurred_at, message) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, kind, severity, symbol, Timestamp.from(at), message)
                .update();
    }

    /** Says that a term stands out in an hour. */
    public void trend(Instant hour, String term, long items, double score) {
        owner.sql("INSERT INTO speed.news_terms (width, bucket, term, words, items, score, revision)"
                        + " VALUES ('1h', ?, ?, ?, ?, ?, 1)")
                .params(Timestamp.from(hour), term, term.contains(" ") ? 2 : 1, items, score)
                .update();
    }

    /** Says how much a symbol is written about in an hour. */
    public void buzz(Instant hour, String symbol, long items, double zScore) {
        owner.sql("INSERT INTO speed.news_buzz (symbol, bucket, items, expected, deviation, z_score, samples, revision)"
                        + " VALUES (?, ?, ?, 3, 2, ?, 6, 1)")
                .params(symbol, Timestamp.from(hour), items, zScore)
                .update();
    }

    /** Takes back everything of some symbols, and all gaps, stories and alerts. */
    public void forget(List<String> symbols) {
        for (String table : symbols.isEmpty() ? List.<String>of() : List.of("bars_1m", "last_price")) {
            owner.sql("DELETE FROM speed." + table + " WHERE symbol IN (:symbols)")
                    .param("symbols", symbols)
                    .update();
        }
        for (String table : List.of("feed_gaps", "news", "alerts")) {
            owner.sql("DELETE FROM speed." + table).update();
        }
    }
}
