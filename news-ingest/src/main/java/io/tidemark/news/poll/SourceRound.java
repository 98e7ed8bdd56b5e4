package io.tidemark.news.poll;

import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.publish.NewsDesk;
import io.tidemark.news.publish.PublishFailure;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source all its queries once. A query that fails does not stop the others, but a round ends early when the whole
 * source refuses, when Kafka does, or after {@value #TOLERATED} failures in a row. Confined to one thread.
 */
final class SourceRound {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRound.class);
    private static final int TOLERATED = 3;

    private final NewsSource source;
    private final NewsDesk desk;
    private int answered;
    private int failed;
    private int failedInARow;
    private String firstProblem = "";
    private boolean over;

    SourceRound(NewsSource source, NewsDesk desk) {
        this.source = source;
        this.desk = desk;
    }

    void run() {
        List<NewsQuery> queries = source.queries();
        for (NewsQuery query : queries) {
            if (over || Thread.currentThread().isInterrupted()) {
                return;
            }
            ask(query);
        }
        // A source without anything to ask is not at fault.
        answered += queries.isEmpty() ? 1 : 0;
    }

    boolean answered() {
        return answered > 0;
    }

    /** What went wrong, empty when nothing did. */
    String problem() {
        return failed <= 1 ? firstProblem : firstProblem + " (and " + (failed - 1) + " more)";
    }

    private void ask(NewsQuery query) {
        try {
            Harvest harvest = query.ask();
            desk.accept(source.name(), query.name(), harvest);
            if (harvest.problem().isEmpty()) {
                answered++;
                failedInARow = 0;
            } else {
                failed(query, harvest.problem());
            }
        } catch (FetchFailure e) {
            failed(query, String.valueOf(e.getMessage()));
            over |= e.wholeSource();
        } catch (PublishFailure e) {
            failed(query, String.valueOf(e.getMessage()));
            over = true;
        } catch (RuntimeException e) {
            LOG.error("{} failed: a fault of this program", query.name(), e);
            failed(query, "fault of this program, see its log: " + e);
        }
    }

    private void failed(NewsQuery query, String why) {
        failed++;
        failedInARow++;
        over |= failedInARow >= TOLERATED;
        if (firstProblem.isEmpty()) {
            firstProblem = query.name() + ": " + why;
        }
    }
}
