package io.tidemark.speed.store;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.news.buzz.SymbolBuzz;
import io.tidemark.speed.news.story.Story;
import io.tidemark.speed.news.terms.TrendingTerm;
import io.tidemark.speed.news.window.NewsWindow;
import io.tidemark.speed.price.LastPrice;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Schema {@code speed}. Sinks are at-least-once; upserts that are guarded by revision or event time make that exact. (The
 * connector's XA sink was seen to double rows under repeated failures.)
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user usually {@code speed_writer}
 * @param password of that user
 */
public record SpeedDatabase(String url, String user, String password) {
    /** Then the job fails and starts again from its checkpoint, as long as it takes. */
    private static final int RETRIES = 3;

    private static final int CHECK_SECONDS = 10;

    /** Where live bars go. */
    public Sink<List<LiveBar>> bars() {
        return sink(new BarUpsert());
    }

    /** Where last prices go. */
    public Sink<List<LastPrice>> prices() {
        return sink(new PriceUpsert());
    }

    /** Where counts of late trades go. */
    public Sink<List<LateTrades>> lateTrades() {
        return sink(new LateTradeUpsert());
    }

    /** Where feed gaps go. */
    public Sink<ObservedGap> feedGaps() {
        return sink(new FeedGapUpsert());
    }

    /** Where alerts go. */
    public Sink<List<Alert>> alerts() {
        return sink(new AlertInsert());
    }

    /** Where stories go. */
    public Sink<List<Story>> stories() {
        return sink(new StoryUpsert());
    }

    /** Where counts of news go. */
    public Sink<List<NewsWindow>> newsWindows() {
        return sink(new NewsWindowUpsert());
    }

    /** Where trending terms go. */
    public Sink<List<TrendingTerm>> terms() {
        return sink(new TermUpsert());
    }

    /** Where comparisons of news with its past go. */
    public Sink<List<SymbolBuzz>> buzz() {
        return sink(new BuzzUpsert());
    }

    @Override
    public String toString() {
        return "SpeedDatabase[" + url + " as " + user + "]";
    }

    /** An element is a batch already, so each is written at once, in a transaction of its own. */
    private <T> Sink<T> sink(JdbcQueryStatement<T> upsert) {
        return JdbcSink.<T>builder()
                .withQueryStatement(upsert)
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(1)
                        .withBatchIntervalMs(0)
                        .withMaxRetries(RETRIES)
                        .build())
                .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(url)
                        .withDriverName("org.postgresql.Driver")
                        .withUsername(user)
                        .withPassword(password)
                        .withProperty("ApplicationName", "tidemark-speed")
                        .withProperty("tcpKeepAlive", "true")
                        .withConnectionCheckTimeoutSeconds(CHECK_SECONDS)
                        .build());
    }
}
