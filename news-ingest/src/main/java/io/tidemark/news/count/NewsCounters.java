package io.tidemark.news.count;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts since the start of the process by source and outcome: {@code news_articles_total} in {@code /metrics}, and
 * {@code counters} in {@code /status}. What was not acknowledged is not counted: it comes again.
 */
public final class NewsCounters {
    private final MeterRegistry metrics;
    private final Map<String, Map<Outcome, LongAdder>> bySource = new ConcurrentHashMap<>();

    public NewsCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public void count(String source, Outcome outcome) {
        Objects.requireNonNull(adders(source).get(outcome)).increment();
    }

    /** All counts of a source by label, zeros included. */
    public Map<String, Long> of(String source) {
        var counts = new LinkedHashMap<String, Long>();
        adders(source).forEach((outcome, adder) -> counts.put(outcome.label(), adder.sum()));
        return counts;
    }

    private Map<Outcome, LongAdder> adders(String source) {
        return bySource.computeIfAbsent(source, this::register);
    }

    private Map<Outcome, LongAdder> register(String source) {
        var adders = new EnumMap<Outcome, LongAdder>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            var adder = new LongAdder();
            adders.put(outcome, adder);
            FunctionCounter.builder("news.articles", adder, LongAdder::sum)
                    .description("What became of the articles that a source delivered")
                    .tag("source", source)
                    .tag("outcome", outcome.label())
                    .register(metrics);
        }
        return adders;
    }
}
