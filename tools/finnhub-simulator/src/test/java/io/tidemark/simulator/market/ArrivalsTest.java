package io.tidemark.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalsTest {

    private static final double PER_MS = 0.02;
    private static final int WINDOW_MS = 60_000;
    private static final int WINDOWS = 1_500;

    private static Arrivals steady(double branching, long seed) {
        Arrivals.Stream stream = new Arrivals.Stream(PER_MS, time -> 1, 1);
        return new Arrivals(List.of(stream), branching, 500, 0, new SplittableRandom(seed));
    }

    /** Events in windows that are long against the clusters. */
    private static int[] counts(Arrivals arrivals) {
        int[] counts = new int[WINDOWS];
        for (double time = arrivals.next().time(); time < (double) WINDOWS * WINDOW_MS; ) {
            counts[(int) (time / WINDOW_MS)]++;
            time = arrivals.next().time();
        }
        return counts;
    }

    private static double variance(int[] counts, double mean) {
        return IntStream.of(counts)
                .mapToDouble(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.6, 0.7, 0.8})
    void clustering_shows_the_branching_ratio(double branching) {
        int[] counts = counts(steady(branching, 11));
        double mean = IntStream.of(counts).average().orElseThrow();

        // In long windows a Hawkes process has variance = mean / (1 - branching)^2.
        double estimate = 1 - Math.sqrt(mean / variance(counts, mean));
        assertThat(estimate).isCloseTo(branching, within(0.04));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.7})
    void the_mean_rate_does_not_depend_on_the_branching_ratio(double branching) {
        double mean = IntStream.of(counts(steady(branching, 12))).average().orElseThrow();
        assertThat(mean / WINDOW_MS).isCloseTo(PER_MS, within(PER_MS * 0.03));
    }

    @Test
    void events_come_in_the_order_of_time() {
        Arrivals arrivals = steady(0.7, 13);
        double last = 0;
        for (int i = 0; i < 10_000; i++) {
            double time = arrivals.next().time();
            assertThat(time).isGreaterThanOrEqualTo(last);
            last = time;
        }
    }

    @Test
    void activity_thins_the_events() {
        Arrivals.Stream stream = new Arrivals.Stream(PER_MS, time -> time < 30_000_000 ? 0.5 : 1.5, 1.5);
        Arrivals arrivals = new Arrivals(List.of(stream), 0.7, 500, 0, new SplittableRandom(14));
        int early = 0;
        int late = 0;
        for (double time = arrivals.next().time();
                time < 60_000_000;
                time = arrivals.next().time()) {
            if (time < 30_000_000) {
                early++;
            } else {
                late++;
            }
        }
        assertThat((double) late / early).isCloseTo(3, within(0.15));
    }

    @Test
    void excitement_from_outside_adds_events() {
        Arrivals arrivals = steady(0, 15);
        arrivals.excite(0, 0, 5_000, 1_000);
        int first = 0;
        while (arrivals.next().time() < 10_000) {
            first++;
        }
        assertThat(first).isBetween(5_000, 5_500);
    }
}
