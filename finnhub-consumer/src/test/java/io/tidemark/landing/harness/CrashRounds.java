package io.tidemark.landing.harness;

import io.tidemark.landing.failpoint.FailPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Kills real consumers again and again while trades come in: at each fail point in turn, then at random instants; in every
 * second round two writers at once, which ignore the lock.
 */
public final class CrashRounds {
    private static final Pattern FENCED = Pattern.compile("fenced by another writer");
    private static final String AT_WORK = "landing from offset";
    /** About what a JVM needs to come to its first segments, and some of them. */
    private static final int LONGEST_LIFE_MS = 2_500;
    /** So that a process dies in its first segment or after some. */
    private static final int MOST_HITS = 8;

    private static final List<FailPoint> POINTS = List.of(FailPoint.values());

    private final TradeTopic topic;
    private final Path landing;
    private final Random random;
    private final UnaryOperator<ConsumerProcess.Builder> change;
    private final Set<FailPoint> halted = EnumSet.noneOf(FailPoint.class);
    private long fenced;
    private int group;

    /**
     * Rounds whose choices follow from the seed; the instants do not.
     *
     * @param change to every consumer
     */
    public CrashRounds(TradeTopic topic, Path landing, long seed, UnaryOperator<ConsumerProcess.Builder> change) {
        this.change = change;
        this.topic = topic;
        this.landing = landing;
        this.random = new Random(seed);
    }

    /**
     * What happened.
     *
     * @param rounds with a crash each
     * @param rows in visible files
     * @param duplicates ids that are there more than once
     * @param missing sent trades that are not there
     * @param fenced segments dropped because another writer was first
     * @param halted fail points at which a process ended
     */
    public record Outcome(int rounds, long rows, long duplicates, long missing, long fenced, Set<FailPoint> halted) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "rounds %d, rows %d, duplicates %d, missing %d, fenced %d, fail points %d of %d",
                    rounds,
                    rows,
                    duplicates,
                    missing,
                    fenced,
                    halted.size(),
                    POINTS.size());
        }
    }

    /** Runs the rounds and a last, undisturbed consumer that lands the rest. */
    public Outcome run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (var trades = new TrickleProducer(topic)) {
                round(round);
            }
        }
        landTheRest();
        LandedTrades landed = LandedTrades.in(landing);
        return new Outcome(
                rounds, landed.rows(), landed.duplicates(), landed.missingOf(topic.numbers()), fenced, halted);
    }

    private void round(int round) throws Exception {
        boolean two = round % 2 == 1;
        ConsumerProcess.Builder victim = consumer();
        if (two) {
            victim.lockBypassed();
        }
        Optional<FailPoint> point = POINTS.stream().skip(round).findFirst();
        point.ifPresent(armed -> victim.failAt(armed.label() + ":halt@" + (1 + random.nextInt(MOST_HITS))));
        try (ConsumerProcess first = victim.start();
                ConsumerProcess second = two ? consumer().lockBypassed().start() : first) {
            if (point.isPresent()) {
                first.awaitExit();
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

    private void landTheRest() throws Exception {
        try (ConsumerProcess last = consumer().with("kafka.group-id", "last").start()) {
            last.awaitLanded();
            last.terminate();
            count(last);
        }
    }

    /** A group of its own for each: two writers both get all partitions, and no restart waits for a dead member. */
    private ConsumerProcess.Builder consumer() {
        return change.apply(ConsumerProcess.of(topic, landing))
                .with("kafka.group-id", "crash-" + group++)
                .with("landing.segment.max-age", "200ms")
                .with("landing.segment.max-bytes", 4 + random.nextInt(16) + "KiB");
    }

    private void count(ConsumerProcess process) {
        fenced += FENCED.matcher(process.log()).results().count();
    }
}
