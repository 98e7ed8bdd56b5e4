package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.Buzz;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsReader;
import io.tidemark.dashboard.news.Trend;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads news with SQL, each look in one read-only transaction that sees one instant of the database. */
public final class JdbcNewsReader implements NewsReader {
    private static final String COLUMNS =
            "SELECT feed, id, published_at, headline, summary, source, category, url, symbols, relevances, sentiment,"
                    + " updated_at FROM serving.news ";
    private static final String NEWEST = COLUMNS + "ORDER BY published_at DESC, feed, id LIMIT ?";
    private static final String WRITTEN =
            COLUMNS + "WHERE published_at >= ? AND updated_at > ? ORDER BY published_at DESC, feed, id LIMIT ?";
    private static final String ALERTS = """
            SELECT id, kind, severity, symbol, occurred_at, message
            FROM serving.alerts
            ORDER BY occurred_at DESC, id
            LIMIT 40""";
    private static final String TRENDS = """
            SELECT term, items, score
            FROM serving.trending_terms
            WHERE width = '1h' AND bucket = (SELECT max(bucket) FROM serving.trending_terms WHERE width = '1h')
            ORDER BY score DESC, items DESC, term
            LIMIT 12""";
    private static final String BUZZ = """
            SELECT symbol, items, z_score
            FROM serving.news_buzz
            WHERE bucket = (SELECT max(bucket) FROM serving.news_buzz)
            ORDER BY z_score DESC NULLS LAST, items DESC, symbol
            LIMIT 8""";

    private final OneInstant oneInstant;
    private final JdbcTemplate database;

    public JdbcNewsReader(DataSource database) {
        this.oneInstant = new OneInstant(database);
        this.database = new JdbcTemplate(database);
    }

    @Override
    public <T> T readAtOnce(Function<Session, T> reading) {
        return oneInstant.read(() -> reading.apply(new Looking()));
    }

    private final class Looking implements Session {
        @Override
        public List<NewsItem> newest(int limit) {
            return database.query(NEWEST, (row, n) -> NewsRows.item(row), limit);
        }

        @Override
        public List<NewsItem> written(Instant publishedFrom, Instant writtenAfter, int limit) {
            return database.query(
                    WRITTEN,
                    (row, n) -> NewsRows.item(row),
                    Timestamp.from(publishedFrom),
                    Timestamp.from(writtenAfter),
                    limit);
        }

        @Override
        public NewsBoard board() {
            List<Alert> alerts = database.query(ALERTS, (row, n) -> NewsRows.alert(row));
            List<Trend> trends = database.query(TRENDS, (row, n) -> NewsRows.trend(row));
            List<Buzz> buzz = database.query(BUZZ, (row, n) -> NewsRows.buzz(row));
            return new NewsBoard(alerts, trends, buzz);
        }
    }
}
