package io.tidemark.dashboard.market;

import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A serving layer that holds what a test says, and remembers what it was asked. */
public final class FakeServing implements ServingReader, ServingSession {
    /** Monday, just after the opening. */
    public static final Instant START = Instant.parse("2026-11-23T14:30:00Z");

    private final Map<String, Quote> quotes = new TreeMap<>();
    private final Map<SeriesKey, List<Bar>> bars = new HashMap<>();
    private final List<BatchRun> runs = new ArrayList<>();
    private final Map<String, LivePrice> prices = new TreeMap<>();
    private final List<FeedGap> gaps = new ArrayList<>();
    private final List<BarRequest> asked = new ArrayList<>();
    private @Nullable BatchCoverage coverage;
    private @Nullable ServingFault fault;

    /** Bars of a series, each a minute after the one before, and a quote to go with them. */
    public FakeServing holds(String symbol, BarInterval interval, double... closes) {
        List<Bar> series = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            series.add(bar(i, closes[i], BarLayer.BATCH));
        }
        bars.put(new SeriesKey(symbol, interval), series);
        return quotes(symbol, closes);
    }

    /** Only a quote, whose previous close is the first of these. */
    public FakeServing quotes(String symbol, double... closes) {
        double last = closes[closes.length - 1];
        double change = last - closes[0];
        List<Double> spark = new ArrayList<>();
        for (double close : closes) {
            spark.add(close);
        }
        Instant time = START.plus(Duration.ofMinutes(closes.length));
        quotes.put(symbol, new Quote(symbol, last, time, change, 100 * change / closes[0], 1000, spark, null));
        return this;
    }

    public FakeServing appends(String symbol, BarInterval interval, double close, BarLayer layer) {
        List<Bar> series = bars.computeIfAbsent(new SeriesKey(symbol, interval), any -> new ArrayList<>());
        series.add(bar(series.size(), close, layer));
        return quotes(symbol, series.stream().mapToDouble(FakeServing::close).toArray());
    }

    /** A bar gets another close, by a trade that comes late. */
    public FakeServing revises(String symbol, BarInterval interval, int minute, double close) {
        bars.computeIfPresent(new SeriesKey(symbol, interval), (key, series) -> {
            List<Bar> revised = new ArrayList<>(series);
            revised.set(minute, bar(minute, close, series.get(minute).layer()));
            return revised;
        });
        return this;
    }

    /** The speed layer writes a price, of a trade at that instant, whose change it tells against an open of 100. */
    public FakeServing hears(String symbol, double price, Instant at) {
        LocalDate session = at.atZone(ZoneOffset.UTC).toLocalDate();
        prices.put(symbol, new LivePrice(symbol, price, at, session, price - 100, price - 100, at.plusMillis(120)));
        return this;
    }

    /** The feed is silent for a span, for one symbol. */
    public FakeServing misses(String symbol, Instant from, Instant to, String reason) {
        gaps.add(new FeedGap("finnhub", from, to, Set.of(symbol), reason));
        return this;
    }

    public FakeServing publishes(Instant at, Instant coveredUntil, long trades) {
        LocalDate date = coveredUntil.atZone(ZoneOffset.UTC).toLocalDate();
        coverage = new BatchCoverage(1, date, date, coveredUntil, at, trades);
        return this;
    }

    public FakeServing runs(BatchRun... latest) {
        runs.clear();
        runs.addAll(List.of(latest));
        return this;
    }

    public FakeServing fails(ServingFault why) {
        fault = why;
        return this;
    }

    public FakeServing recovers() {
        fault = null;
        return this;
    }

    /** What was asked for since the last call of this method. */
    public List<BarRequest> askedFor() {
        List<BarRequest> requests = List.copyOf(asked);
        asked.clear();
        return requests;
    }

    public static Bar bar(int minute, double close, BarLayer layer) {
        Instant start = START.plus(Duration.ofMinutes(minute));
        return new Bar(
                start,
                close - 0.1,
                close + 0.2,
                close - 0.3,
                close,
                100,
                close,
                10,
                9,
                0,
                start,
                start.plusSeconds(59),
                layer);
    }

    private static double close(Bar bar) {
        Double close = bar.close();
        return close == null ? 0 : close;
    }

    @Override
    public <T> T readAtOnce(Function<ServingSession, T> reading) {
        ServingFault why = fault;
        if (why != null) {
            throw new ServingUnavailableException(why, new IllegalStateException(why.detail()));
        }
        return reading.apply(this);
    }

    @Override
    public Overview overview() {
        return new Overview(List.copyOf(quotes.values()), coverage, runs, gaps);
    }

    @Override
    public LiveState live() {
        return new LiveState(coverage, List.copyOf(prices.values()));
    }

    @Override
    public Map<SeriesKey, List<Bar>> bars(Collection<BarRequest> requests) {
        asked.addAll(requests);
        Map<SeriesKey, List<Bar>> found = new LinkedHashMap<>();
        for (BarRequest request : requests) {
            found.put(
                    request.key(),
                    bars.getOrDefault(request.key(), List.of()).stream()
                            .filter(bar -> !bar.bucket().isBefore(request.from()))
                            .toList());
        }
        return found;
    }
}
