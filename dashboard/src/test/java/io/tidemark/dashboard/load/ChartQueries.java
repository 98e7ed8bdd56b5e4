package io.tidemark.dashboard.load;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarRequest;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.market.ServingReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What charts ask the database, by the dashboard's own reader: the bars of a symbol and an interval from some instant on.
 * A chart opens with its first window; each time its reader scrolls to the oldest bar it asks for twice as much time,
 * until it has all that a page keeps.
 */
final class ChartQueries {
    /** As many as a page keeps of a series: it does not ask beyond. */
    private static final int MOST_BARS = 20_000;

    private static final int DEEPEST = 3;

    /** One question of a chart; depth 0 is its first window. */
    record Question(SeriesKey key, int depth) {}

    /** How long the answer took, and how many bars it had. */
    record Answer(Question question, Duration took, int bars) {}

    private final ServingReader reader;
    private final InstantSource clock;

    ChartQueries(ServingReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Every first window and every step back of some symbols, in a random order. */
    static List<Question> all(List<String> symbols, long seed) {
        List<Question> questions = new ArrayList<>();
        for (String symbol : symbols) {
            for (BarInterval interval : BarInterval.values()) {
                for (int depth = 0; depth <= DEEPEST && reached(interval, depth); depth++) {
                    questions.add(new Question(new SeriesKey(symbol, interval), depth));
                }
            }
        }
        Collections.shuffle(questions, new Random(seed));
        return questions;
    }

    /** Whether a page still asks so far back: the step before did not fill it. */
    private static boolean reached(BarInterval interval, int depth) {
        return depth == 0 || window(interval, depth - 1).dividedBy(interval.length()) < MOST_BARS;
    }

    private static Duration window(BarInterval interval, int depth) {
        return interval.firstWindow().multipliedBy(1L << depth);
    }

    /** Asks one question after the other, each in a transaction of its own as the feed does. */
    List<Answer> ask(List<Question> questions) {
        return questions.stream().map(this::ask).toList();
    }

    private Answer ask(Question question) {
        Instant from = clock.instant().minus(window(question.key().interval(), question.depth()));
        BarRequest request = new BarRequest(question.key(), from);
        long begin = System.nanoTime();
        List<Bar> bars =
                reader.readAtOnce(session -> session.bars(List.of(request))).getOrDefault(question.key(), List.of());
        return new Answer(question, Duration.ofNanos(System.nanoTime() - begin), bars.size());
    }
}
