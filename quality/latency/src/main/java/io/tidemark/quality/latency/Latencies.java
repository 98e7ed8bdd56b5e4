package io.tidemark.quality.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times from a trade's receipt to the first sight of a bar that holds it.
 *
 * @param sorted in milliseconds, the shortest first
 * @param unseen trades that no bar was seen to hold
 */
record Latencies(List<Long> sorted, long unseen) {

    /** Joins both sides, for trades received in [{@code from}, {@code to}), epoch ms. */
    static Latencies of(
            Map<MinuteKey, List<Long>> received, Map<MinuteKey, List<VisibleBars.Sight>> visible, long from, long to) {
        List<Long> latencies = new ArrayList<>();
        long unseen = 0;
        for (var minute : received.entrySet()) {
            List<VisibleBars.Sight> sights = visible.getOrDefault(minute.getKey(), List.of());
            int sight = 0;
            for (int i = 0; i < minute.getValue().size(); i++) {
                long receivedAt = minute.getValue().get(i);
                while (sight < sights.size() && sights.get(sight).trades() <= i) {
                    sight++;
                }
                if (receivedAt < from || receivedAt >= to) {
                    continue;
                }
                if (sight == sights.size()) {
                    unseen++;
                } else {
                    latencies.add(sights.get(sight).at() - receivedAt);
                }
            }
        }
        latencies.sort(null);
        return new Latencies(latencies, unseen);
    }

    /** The smallest latency that a share of all does not exceed; nearest rank. */
    long percentile(double share) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("no trade was seen");
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %d ms, p90 %d ms, p99 %d ms, max %d ms of %,d trades; never seen: %d",
                percentile(0.5),
                percentile(0.9),
                percentile(0.99),
                percentile(1),
                sorted.size(),
                unseen);
    }
}
