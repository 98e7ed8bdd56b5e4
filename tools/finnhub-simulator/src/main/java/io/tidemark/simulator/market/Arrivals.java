package io.tidemark.simulator.market;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;

/**
 * Hawkes processes with an exponential kernel, one per stream, merged in the order of time.
 *
 * <p>Simulated exactly as clusters (Hawkes and Oakes, 1974): immigrants arrive as a Poisson process with a rate that varies
 * over time; every event has a Poisson number of children with the branching ratio as mean, each after an exponential
 * delay. A stream's mean rate is {@code immigrants / (1 - branching)}. The same seed gives the same events.
 */
public final class Arrivals {

    /**
     * One source of events.
     *
     * @param perMs mean events per ms, children included, while activity is 1
     * @param activity factor on the immigrants' rate over epoch ms, 0 for a closed market
     * @param maxActivity most that activity can be
     */
    public record Stream(double perMs, LongToDoubleFunction activity, double maxActivity) {}

    /**
     * Something happened.
     *
     * @param time epoch ms, with fractions
     * @param stream index of its stream
     */
    public record Event(double time, int stream) {}

    private record Pending(double time, int stream, boolean immigrant, long number) {}

    private final List<Stream> streams;
    private final double branching;
    private final double decayMs;
    private final SplittableRandom random;
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingDouble(Pending::time).thenComparingLong(Pending::number));
    private long numbers;

    /**
     * Processes that begin without a past.
     *
     * @param streams the sources
     * @param branching mean number of children of an event, 0 to below 1
     * @param decayMs mean delay of a child
     * @param start epoch ms
     * @param random belongs to this object from now on
     */
    public Arrivals(List<Stream> streams, double branching, double decayMs, long start, SplittableRandom random) {
        this.streams = List.copyOf(streams);
        this.branching = branching;
        this.decayMs = decayMs;
        this.random = random;
        for (int i = 0; i < streams.size(); i++) {
            scheduleImmigrant(i, (double) start);
        }
    }

    /** Time of the next event, epoch ms with fractions; candidates that fall into quiet hours are passed over. */
    public Event next() {
        while (true) {
            Pending event = pending.remove();
            if (event.immigrant()) {
                scheduleImmigrant(event.stream(), event.time());
            }
            if (isReal(event)) {
                addChildren(event);
                return new Event(event.time(), event.stream());
            }
        }
    }

    /** Adds events of a stream that are caused from outside, spread exponentially after a time. */
    public void excite(int stream, double time, int events, double meanDelayMs) {
        for (int i = 0; i < events; i++) {
            add(time + random.nextExponential() * meanDelayMs, stream, false);
        }
    }

    private void scheduleImmigrant(int stream, double after) {
        Stream source = streams.get(stream);
        double rate = source.perMs() * (1 - branching) * source.maxActivity();
        add(after + random.nextExponential() / rate, stream, true);
    }

    /** Thinning: a candidate immigrant is real with the probability that activity has of its maximum. */
    private boolean isReal(Pending event) {
        Stream source = streams.get(event.stream());
        double activity = source.activity().applyAsDouble((long) event.time());
        return event.immigrant() ? random.nextDouble() * source.maxActivity() < activity : activity > 0;
    }

    private void addChildren(Pending parent) {
        // Knuth's way to draw from a Poisson distribution; the mean is below 1.
        double limit = Math.exp(-branching);
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            add(parent.time() + random.nextExponential() * decayMs, parent.stream(), false);
        }
    }

    private void add(double time, int stream, boolean immigrant) {
        pending.add(new Pending(time, stream, immigrant, numbers++));
    }
}
