package io.tidemark.landing.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.landing.failpoint.FailPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Kills real consumers again and again while records come in: at each fail point in turn, then at random instants; in every
 * second round two writers at once, which ignore the lock. With news, one process lands both datasets, and the fail points
 * are those of the news.
 */
public final class CrashRounds {
    private static final Pattern FENCED = Pattern.compile("fenced by another writer");
    /** Exit code of a process that halts itself at a fail point. */
    private static final int HALTED = 137;

    private static final String AT_WORK = "landing from offset";
    /** About what a JVM needs to come to its first segments, and some of them. */
    private static final int LONGEST_LIFE_MS = 2_500;
    /** So that a process dies in its first segment or after some. */
    private static final int MOST_HITS = 8;

    private static final List<FailPoint> POINTS = List.of(FailPoint.values());

    private final NumberedTopic topic;
    private final Path landing;
    private final Random random;
    private final UnaryOperator<ConsumerProcess.Builder> change;
    private final List<NumberedTopic> news = new ArrayList<>();
    private final Set<FailPoint> halted = EnumSet.noneOf(FailPoint.class);
    private long fenced;
    private int group;

    /**
     * Rounds whose choices follow from the seed; the instants do not.
     *
     * @param change to every consumer
     */
    public CrashRounds(NumberedTopic topic, Path landing, long seed, UnaryOperator<ConsumerProcess.Builder> change) {
        this.change = change;
        this.topic = topic;
        this.landing = landing;
        this.random = new Random(seed);
    }

    /** Lands these news beside the trades, and crashes on them. */
    public CrashRounds andNews(NumberedTopic newsTopic) {
        news.add(newsTopic);
        return this;
    }

    /**
     * What happened.
     *
     * @param rounds with a crash each
     * @param rows in visible files
     * @param newsRows those of them that are news
     * @param duplicates ids that are there more than once
     * @param missing sent records that are not there
     * @param altered news that are not as they were sent
     * @param fenced segments dropped because another writer was first
     * @param halted fail points at which a process ended
     */
    public record Outcome(
            int rounds,
            long rows,
            long newsRows,
            long duplicates,
            long missing,
            long altered,
            long fenced,
            Set<FailPoint> halted) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "rounds %d, rows %d (%d news), duplicates %d, missing %d, altered %d, fenced %d,"
                            + " fail points %d of %d",
                    rounds,
                    rows,
                    newsRows,
                    duplicates,
                    missing,
                    altered,
                    fenced,
                    halted.size(),
                    POINTS.size());
        }
    }

    /** Runs the rounds and a last, undisturbed consumer that lands the rest. */
    public Outcome run(int rounds) throws Exception {
        List<NumberedTopic> topics = new ArrayList<>(news);
        topics.add(topic);
        for (int round = 0; round < rounds; round++) {
            try (var records = new TrickleProducer(topics)) {
                round(round);
            }
        }
        landTheRest();
        LandedTrades trades = LandedTrades.in(landing);
        LandedNews landedNews = LandedNews.in(landing);
        long newsSent = news.stream().mapToLong(NumberedTopic::numbers).sum();
        return new Outcome(
                rounds,
                trades.rows() + landedNews.rows(),
                landedNews.rows(),
                trades.duplicates() + landedNews.duplicates(),
                trades.missingOf(topic.numbers()) + landedNews.missingOf(newsSent),
                landedNews.altered(),
                fenced,
                halted);
    }

    private void round(int round) throws Exception {
        boolean two = round % 2 == 1;
        ConsumerProcess.Builder victim = consumer();
        if (two) {
            victim.lockBypassed();
        }
        Optional<FailPoint> point = POINTS.stream().skip(round).findFirst();
        String dataset = news.isEmpty() ? "trades/" : "news/";
        point.ifPresent(armed -> victim.failAt(dataset + armed.label() + ":halt@" + (1 + random.nextInt(MOST_HITS))));
        try (ConsumerProcess first = victim.start();
                ConsumerProcess second = two ? consumer().lockBypassed().start() : first) {
            if (point.isPresent()) {
                requireHalted(first, point.get());
                halted.add(point.get());
            } else {
                if (two) {
                    // So that they meet.
                    first.awaitLog(AT_WORK);
                    second.awaitLog(AT_WORK);
                }
                first.killAfter(Duration.ofMillis(500 + random.nextInt(LONGEST_LIFE_MS)));
            }
            if (two) {
                second.killAfter(Duration.ofMillis(random.nextInt(500)));
                count(second);
            }
            count(first);
        }
    }

    /** A process that ended for another reason has not been killed where this round meant to. */
    private static void requireHalted(ConsumerProcess process, FailPoint point) throws InterruptedException {
        assertThat(process.awaitExit()).as(process.log()).isEqualTo(HALTED);
        assertThat(process.log()).contains("Fail point " + point.label() + ": halt");
    }

    private void landTheRest() throws Exception {
        try (ConsumerProcess last = consumer().with("kafka.group-id", "last").start()) {
            last.awaitLanded();
            last.terminate();
            count(last);
        }
    }

    /** A group of its own for each: two writers both get all partitions, and no restart waits for a dead member. */
    private ConsumerProcess.Builder consumer() {
        ConsumerProcess.Builder consumer = ConsumerProcess.of(topic, landing);
        news.forEach(consumer::andNews);
        return change.apply(consumer)
                .with("kafka.group-id", "crash-" + group++)
                .with("landing.segment.max-age", "200ms")
                .with("landing.segment.max-bytes", 4 + random.nextInt(16) + "KiB");
    }

    private void count(ConsumerProcess process) {
        fenced += FENCED.matcher(process.log()).results().count();
    }
}
