package io.tidemark.news.publish;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Article;
import io.tidemark.news.article.Digest;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.article.Refused;
import io.tidemark.news.count.NewsCounters;
import io.tidemark.news.count.Outcome;
import io.tidemark.news.seen.SeenArticles;
import io.tidemark.news.seen.SeenChange;
import io.tidemark.news.seen.SeenKeeper;
import io.tidemark.news.seen.Verdict;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the sources meet: judges what they bring, publishes what is new, and remembers it once the broker has
 * acknowledged it. One harvest at a time; the sources wait while Kafka is away, which bounds what is held in memory.
 */
public final class NewsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);

    private final KafkaOutlet outlet;
    private final SeenArticles seen;
    private final SeenKeeper keeper;
    private final NewsCounters counters;
    private final DeliveryHealth health;
    private final InstantSource clock;

    /**
     * A record under way.
     *
     * @param kept makes the memory of it last, once acknowledged
     * @param undone takes it out of the memory again
     */
    private record Sent(Future<RecordMetadata> future, Outcome outcome, Runnable kept, Runnable undone) {}

    public NewsDesk(
            KafkaOutlet outlet,
            SeenArticles seen,
            SeenKeeper keeper,
            NewsCounters counters,
            DeliveryHealth health,
            InstantSource clock) {
        this.outlet = outlet;
        this.seen = seen;
        this.keeper = keeper;
        this.counters = counters;
        this.health = health;
        this.clock = clock;
    }

    /**
     * Takes in what one query brought. When it returns, all of it is acknowledged, known before or too old, and its
     * bookmark is in force.
     *
     * @param origin the query's name, for dead letters
     * @throws PublishFailure when Kafka did not take all of it
     */
    public synchronized void accept(String source, String origin, Harvest harvest) throws PublishFailure {
        // An interrupt is a stop; what is begun is finished, and the producer must not see it.
        boolean interrupted = Thread.interrupted();
        health.begins();
        String problem = "";
        try {
            var sent = new ArrayList<Sent>();
            problem = send(source, origin, harvest, sent);
            for (Sent one : sent) {
                problem = settle(source, one, problem);
            }
            if (problem.isEmpty() && harvest.bookmark() != null) {
                bookmark(harvest);
            }
            keeper.write();
        } finally {
            health.ends(problem);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (!problem.isEmpty()) {
            throw new PublishFailure(problem);
        }
    }

    /**
     * Writes the last word of an orderly stop; nothing may be accepted any more.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void close() throws IOException {
        keeper.close();
    }

    /** Sends what is new; returns why it could not go on, empty when it could. */
    private String send(String source, String origin, Harvest harvest, List<Sent> sent) {
        try {
            for (Article article : harvest.articles()) {
                judge(source, origin, article, sent);
            }
            for (Refused refused : harvest.refused()) {
                refuse(source, origin, refused, sent);
            }
            return "";
        } catch (KafkaException | IllegalStateException e) {
            return "Kafka takes no records: " + e.getMessage();
        }
    }

    private void judge(String source, String origin, Article article, List<Sent> sent) {
        Verdict verdict = seen.judge(article.item());
        if (verdict instanceof Verdict.Publish publish) {
            publish(source, origin, article, publish, sent);
        } else if (verdict instanceof Verdict.Duplicate duplicate) {
            counters.count(source, outcome(duplicate.likeness()));
        } else if (verdict instanceof Verdict.TooOld) {
            counters.count(source, Outcome.TOO_OLD);
        } else {
            refuse(source, origin, new Refused(article.original(), "its time lies too far ahead"), sent);
        }
    }

    private void publish(String source, String origin, Article article, Verdict.Publish publish, List<Sent> sent) {
        NewsItem item = publish.item();
        byte[] encoded = outlet.encode(item);
        if (encoded.length > KafkaOutlet.LONGEST_ARTICLE) {
            String reason = "an article of " + encoded.length + " bytes, more than " + KafkaOutlet.LONGEST_ARTICLE;
            refuse(source, origin, new Refused(article.original(), reason), sent);
            return;
        }
        SeenChange change = publish.change();
        var future = outlet.article(item.id(), encoded);
        // At once, so that the same story further down in this harvest is known; undone if it fails.
        seen.remember(change);
        sent.add(new Sent(
                future,
                publish.again() ? Outcome.LINKED : Outcome.PUBLISHED,
                () -> {
                    seen.remember(change);
                    keeper.note(change);
                },
                () -> seen.forget(change)));
    }

    private void refuse(String source, String origin, Refused refused, List<Sent> sent) {
        String digest = Digest.of(refused.original());
        if (seen.refusedBefore(digest)) {
            counters.count(source, Outcome.REFUSED_BEFORE);
            return;
        }
        LOG.warn("dead letter of {}: {}", origin, refused.reason());
        var future = outlet.deadLetter(refused.original(), refused.reason(), origin, clock.millis());
        seen.rememberRefused(digest);
        sent.add(new Sent(future, Outcome.REFUSED, () -> keeper.noteRefused(digest), () -> seen.forgetRefused(digest)));
    }

    /** Waits for one acknowledgement; the producer's delivery timeout bounds the wait. */
    private String settle(String source, Sent one, String problem) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    one.future().get();
                    one.kept().run();
                    counters.count(source, one.outcome());
                    return problem;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    one.undone().run();
                    return "Kafka did not take a record: " + e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void bookmark(Harvest harvest) {
        var reached = harvest.bookmark();
        if (reached != null && !seen.of(reached.query()).equals(Optional.of(reached.value()))) {
            seen.bookmark(reached);
            keeper.note(reached);
        }
    }

    private static Outcome outcome(Verdict.Likeness likeness) {
        return switch (likeness) {
            case ID -> Outcome.DUPLICATE_ID;
            case URL -> Outcome.DUPLICATE_URL;
            case HEADLINE -> Outcome.DUPLICATE_HEADLINE;
        };
    }
}
