package io.tidemark.dashboard.market;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings the watched series up to date with as few rows as will do: nothing for a symbol whose quote did not change,
 * the newest bars where it did, everything after a publication, because that may have rewritten any bar. A sweep reads
 * the newest bars of all: a late trade changes an older bar and no quote.
 */
final class SeriesLoader {
    /** A series stops growing to the past here: a browser draws it well, and one string carries it. */
    private static final int MOST_BARS = 20_000;

    private static final int DEEPEST = 10;
    /** Live bars are revised by trades up to ten minutes late; so long, and some more, before the newest trade. */
    private static final Duration REVISED = Duration.ofMinutes(15);

    private record Load(BarSeries before, boolean tail, Instant from, boolean complete) {}

    private final MarketSnapshot before;
    private final Map<SeriesKey, Integer> loadedDepths;

    /**
     * Makes a loader that starts from what is known.
     *
     * @param loadedDepths how deep each series of the snapshot is loaded
     */
    SeriesLoader(MarketSnapshot before, Map<SeriesKey, Integer> loadedDepths) {
        this.before = before;
        this.loadedDepths = loadedDepths;
    }

    Map<SeriesKey, BarSeries> load(
            ServingSession session, Overview now, Map<SeriesKey, Integer> depths, boolean sweep) {
        boolean published = !Objects.equals(before.overview().coverage(), now.coverage());
        Map<SeriesKey, BarSeries> series = new HashMap<>();
        Map<SeriesKey, Load> loads = new HashMap<>();
        List<BarRequest> requests = new ArrayList<>();
        depths.forEach((key, depth) -> {
            Optional<Quote> quote = now.quote(key.symbol());
            if (quote.isEmpty()) {
                return;
            }
            BarSeries known = before.series().getOrDefault(key, new BarSeries(key, List.of(), false));
            boolean loaded = !known.bars().isEmpty() && depth.equals(loadedDepths.get(key));
            if (loaded
                    && !published
                    && !sweep
                    && before.overview().quote(key.symbol()).equals(quote)) {
                series.put(key, known);
                return;
            }
            boolean tail = loaded && !published;
            Instant from = tail ? tailOf(known) : start(key, quote.get(), depth);
            loads.put(key, new Load(known, tail, from, tail ? known.complete() : reachesBack(from, now)));
            requests.add(new BarRequest(key, from));
        });
        if (!requests.isEmpty()) {
            session.bars(requests).forEach((key, bars) -> {
                Load load = loads.get(key);
                if (load != null) {
                    series.put(key, merged(key, load, bars));
                }
            });
        }
        return series;
    }

    /** Keeps the object of before when nothing is different, so that nobody is told of it. */
    private static BarSeries merged(SeriesKey key, Load load, List<Bar> read) {
        List<Bar> bars = read;
        if (load.tail) {
            bars = new ArrayList<>(load.before.bars());
            while (!bars.isEmpty() && !bars.getLast().bucket().isBefore(load.from)) {
                bars.removeLast();
            }
            bars.addAll(read);
        }
        boolean capped = bars.size() >= MOST_BARS;
        List<Bar> kept = capped ? bars.subList(bars.size() - MOST_BARS, bars.size()) : bars;
        BarSeries now = new BarSeries(key, kept, load.complete || capped);
        return now.equals(load.before) ? load.before : now;
    }

    private static Instant tailOf(BarSeries known) {
        return known.key()
                .interval()
                .bucketOf(known.bars().getLast().lastTradeTime().minus(REVISED));
    }

    private static Instant start(SeriesKey key, Quote quote, int depth) {
        Instant newest = Objects.requireNonNullElse(quote.lastTime(), Instant.EPOCH);
        Duration window = key.interval().firstWindow().multipliedBy(1L << Math.min(depth, DEEPEST));
        Instant start = newest.minus(window);
        return start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start;
    }

    private static boolean reachesBack(Instant from, Overview now) {
        BatchCoverage coverage = now.coverage();
        return coverage == null
                || !from.isAfter(
                        coverage.firstDate().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
