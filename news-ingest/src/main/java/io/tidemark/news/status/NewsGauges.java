package io.tidemark.news.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.news.fetch.PoliteFetcher;
import io.tidemark.news.poll.Poller;
import io.tidemark.news.poll.SourceState;
import io.tidemark.news.poll.SourceStatus;
import io.tidemark.news.seen.SeenArticles;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** The present state as metrics. */
public final class NewsGauges {
    private NewsGauges() {}

    public static void addSources(MeterRegistry metrics, Poller poller) {
        for (SourceStatus status : poller.status()) {
            String source = status.source();
            gauge(
                    metrics,
                    poller,
                    "news.source.live",
                    source,
                    "1 while the source is LIVE",
                    one -> one.state() == SourceState.LIVE ? 1 : 0);
            gauge(
                    metrics,
                    poller,
                    "news.source.failures",
                    source,
                    "Rounds in a row without an answer",
                    one -> one.failures());
        }
    }

    public static void addMemory(MeterRegistry metrics, SeenArticles seen) {
        Gauge.builder("news.articles.remembered", seen, SeenArticles::size)
                .description("Articles remembered as published")
                .register(metrics);
    }

    /** Counts what a server asked for, by its name. */
    public static void addFetcher(MeterRegistry metrics, String server, PoliteFetcher fetcher) {
        FunctionCounter.builder("news.fetch.retries", fetcher.retries(), LongAdder::sum)
                .description("Attempts after the first")
                .tag("server", server)
                .register(metrics);
        FunctionCounter.builder("news.fetch.pauses", fetcher.pauses(), LongAdder::sum)
                .description("Times the server asked to wait")
                .tag("server", server)
                .register(metrics);
    }

    private static void gauge(
            MeterRegistry metrics,
            Poller poller,
            String name,
            String source,
            String description,
            ToDoubleFunction<SourceStatus> value) {
        Gauge.builder(name, poller, p -> p.status().stream()
                        .filter(one -> one.source().equals(source))
                        .mapToDouble(value)
                        .sum())
                .description(description)
                .tag("source", source)
                .register(metrics);
    }
}
