package io.tidemark.dashboard.news.ui;

import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.preferences.FakePreferences;
import io.tidemark.dashboard.preferences.Readers;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the view and its shell need, over stories that are what a test says. */
@Configuration
class FakeStories {

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(FakeNews.START.plusSeconds(3600));
    }

    @Bean
    Readers readers() {
        return FakePreferences.nobody();
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
    MarketFeed market(InstantSource clock) {
        return new MarketFeed(new FakeServing(), clock, Runnable::run, Duration.ZERO);
    }
}
