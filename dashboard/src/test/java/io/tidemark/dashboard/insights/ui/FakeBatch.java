package io.tidemark.dashboard.insights.ui;

import io.tidemark.dashboard.insights.FakeInsights;
import io.tidemark.dashboard.insights.InsightsFeed;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.preferences.FakePreferences;
import io.tidemark.dashboard.preferences.Readers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the view and its shell need, over batch results that are what a test says. */
@Configuration
class FakeBatch {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    Readers readers() {
        return FakePreferences.nobody();
    }

    @Bean
    FakeInsights batch() {
        return new FakeInsights();
    }

    @Bean
    InsightsFeed insights(FakeInsights batch, InstantSource clock) {
        return new InsightsFeed(batch, clock, Runnable::run);
    }

    @Bean
    MarketFeed market(InstantSource clock) {
        return new MarketFeed(new FakeServing(), clock, Runnable::run, Duration.ZERO);
    }

    @Bean
    NewsFeed news(InstantSource clock) {
        return new NewsFeed(new FakeNews(), clock);
    }
}
