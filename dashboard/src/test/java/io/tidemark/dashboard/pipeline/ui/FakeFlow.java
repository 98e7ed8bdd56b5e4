package io.tidemark.dashboard.pipeline.ui;

import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.pipeline.FakePipeline;
import io.tidemark.dashboard.pipeline.PipelineFeed;
import io.tidemark.dashboard.preferences.FakePreferences;
import io.tidemark.dashboard.preferences.Readers;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the view and its shell need, over a pipeline that is as a test says. */
@Configuration
class FakeFlow {
    static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    Readers readers() {
        return FakePreferences.nobody();
    }

    @Bean
    FakePipeline pipeline() {
        return new FakePipeline();
    }

    @Bean
    PipelineFeed pipelineFeed(FakePipeline pipeline, InstantSource clock) {
        return new PipelineFeed(pipeline, pipeline::landing, clock, Runnable::run);
    }

    @Bean
    MarketFeed market(InstantSource clock) {
        return new MarketFeed(new FakeServing(), clock, Runnable::run, Duration.ZERO);
    }

    @Bean
    FakeNews news() {
        return new FakeNews();
    }

    @Bean
    NewsFeed newsFeed(FakeNews news, InstantSource clock) {
        return new NewsFeed(news, clock);
    }

    @Bean
    DashboardSettings.Freshness freshness() {
        return new DashboardSettings.Freshness(Duration.ofSeconds(10), Duration.ofMinutes(15));
    }

    @Bean
    DashboardSettings.Links links() {
        return new DashboardSettings.Links(Map.of("Flink", URI.create("http://127.0.0.1:8081")));
    }
}
