package io.tidemark.dashboard.page;

import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.preferences.FakePreferences;
import io.tidemark.dashboard.preferences.Readers;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the page needs, over a serving layer that holds what a test says; the feed looks on the test's own thread. */
@Configuration
class FakeMarket {
    /** What the clock says, for ever. */
    static final Instant NOW = FakeServing.START.plus(Duration.ofHours(1));

    @Bean
    FakeServing serving() {
        return new FakeServing();
    }

    @Bean
    MarketFeed feed(FakeServing serving) {
        return new MarketFeed(serving, InstantSource.fixed(NOW), Runnable::run, Duration.ZERO);
    }

    @Bean
    FakeNews news() {
        return new FakeNews();
    }

    @Bean
    NewsFeed newsFeed(FakeNews news) {
        return new NewsFeed(news, InstantSource.fixed(NOW));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    FakePreferences preferences() {
        return new FakePreferences();
    }

    @Bean
    Readers readers(FakePreferences preferences) {
        return preferences.readers();
    }

    @Bean
    QuoteFrames frames() {
        return new QuoteFrames();
    }

    @Bean
    DashboardSettings.Freshness freshness() {
        return new DashboardSettings.Freshness(Duration.ofSeconds(10), Duration.ofMinutes(15));
    }
}
