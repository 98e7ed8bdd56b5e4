package io.tidemark.news;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.Doc;
import io.tidemark.servicekit.service.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Everything that can be set. */
public interface NewsSettings extends ServiceSettings {

    @Doc("Where news come from: any of finnhub-news, finnhub-company-news, rss, gdelt. The first two need a key.")
    @WithDefault("rss,gdelt")
    List<String> sources();

    FinnhubSettings finnhub();

    RssSettings rss();

    GdeltSettings gdelt();

    FetchSettings fetch();

    Dedupe dedupe();

    State state();

    KafkaSettings kafka();

    /** What counts as the same story, and for how long. */
    interface Dedupe {
        @Doc("Articles published longer ago are not published by us; stories not met for so long are forgotten.")
        @WithDefault("3d")
        Duration maxAge();

        @Doc("How far an article's time may lie ahead of the clock; articles beyond become dead letters.")
        @WithDefault("24h")
        Duration maxAhead();

        @Doc("Near-identical headlines of two publishers are one story when published within this time of each other.")
        @WithDefault("3h")
        Duration headlineWindow();

        @Doc("Most stories remembered; bounds the memory and the state file.")
        @WithDefault("50000")
        int maxArticles();
    }

    /** What is remembered over a restart. */
    interface State {
        @Doc("File that remembers what was published, so that a restart does not publish it again. One process each.")
        @WithDefault("news-ingest-seen.jsonl")
        Path file();
    }
}
