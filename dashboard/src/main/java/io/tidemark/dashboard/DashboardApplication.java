package io.tidemark.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.dashboard.insights.InsightsFeed;
import io.tidemark.dashboard.insights.InsightsReader;
import io.tidemark.dashboard.landing.LandingReader;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.ServingReader;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsReader;
import io.tidemark.dashboard.pipeline.PipelineFeed;
import io.tidemark.dashboard.pipeline.PipelineReader;
import io.tidemark.dashboard.serving.JdbcInsightsReader;
import io.tidemark.dashboard.serving.JdbcNewsReader;
import io.tidemark.dashboard.serving.JdbcPipelineReader;
import io.tidemark.dashboard.serving.JdbcServingReader;
import io.tidemark.dashboard.serving.ServingDatabase;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts the parts together, and gives every page its style sheets and its push connection. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("tidemark.css")
@StyleSheet("views.css")
@StyleSheet("pipeline.css")
@StyleSheet("settings.css")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class DashboardApplication implements AppShellConfigurator {

    /** Starts the page; returns once its port answers. */
    static void start(DashboardSettings settings) {
        Map<String, Object> web = Map.of(
                "server.port",
                settings.web().port(),
                "server.address",
                settings.web().address(),
                "server.servlet.session.timeout",
                settings.sessions().idle().toSeconds() + "s");
        new SpringApplicationBuilder(DashboardApplication.class)
                .profiles(settings.login().profile())
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", web));
                    ((GenericApplicationContext) context).registerBean(DashboardSettings.class, () -> settings);
                })
                .run();
    }

    @Override
    public void configurePage(AppShellSettings page) {
        page.addFavIcon("icon", "icon.svg", "any");
        page.addMetaTag("description", "Tidemark: bars of the market, and how far they are settled");
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    DashboardSettings.Freshness freshness(DashboardSettings settings) {
        return settings.freshness();
    }

    @Bean
    DataSource servingDatabase(DashboardSettings settings) {
        return ServingDatabase.open(settings.database());
    }

    @Bean
    ServingReader servingReader(DataSource servingDatabase) {
        return new JdbcServingReader(servingDatabase);
    }

    @Bean
    ScheduledExecutorService feedPoller() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("feed-poller").daemon().factory());
    }

    @Bean
    MarketFeed marketFeed(
            ServingReader reader,
            InstantSource clock,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings) {
        return new MarketFeed(reader, clock, poller, settings.pace().rest());
    }

    @Bean
    NewsReader newsReader(DataSource servingDatabase) {
        return new JdbcNewsReader(servingDatabase);
    }

    @Bean
    NewsFeed newsFeed(NewsReader reader, InstantSource clock) {
        return new NewsFeed(reader, clock);
    }

    @Bean
    FeedSchedule marketSchedule(
            MarketFeed feed,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings,
            MeterRegistry meters) {
        Gauge.builder("tidemark.dashboard.pages", feed, MarketFeed::listeners)
                .description("Pages that are open in browsers")
                .register(meters);
        return new FeedSchedule("market", feed::poll, poller, settings.pace().live(), meters);
    }

    @Bean
    FeedSchedule newsSchedule(
            NewsFeed feed,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings,
            MeterRegistry meters) {
        return new FeedSchedule("news", feed::poll, poller, settings.pace().rest(), meters);
    }

    @Bean
    InsightsReader insightsReader(DataSource servingDatabase) {
        return new JdbcInsightsReader(servingDatabase);
    }

    @Bean
    InsightsFeed insightsFeed(
            InsightsReader reader, InstantSource clock, @Qualifier("feedPoller") ScheduledExecutorService poller) {
        return new InsightsFeed(reader, clock, poller);
    }

    @Bean
    FeedSchedule insightsSchedule(
            InsightsFeed feed,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings,
            MeterRegistry meters) {
        return new FeedSchedule("insights", feed::poll, poller, settings.pace().rest(), meters);
    }

    @Bean
    DashboardSettings.Links links(DashboardSettings settings) {
        return settings.links();
    }

    @Bean
    PipelineReader pipelineReader(DataSource servingDatabase) {
        return new JdbcPipelineReader(servingDatabase);
    }

    @Bean
    PipelineFeed pipelineFeed(
            PipelineReader reader,
            InstantSource clock,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings) {
        return new PipelineFeed(reader, new LandingReader(settings.landing(), clock), clock, poller);
    }

    @Bean
    FeedSchedule pipelineSchedule(
            PipelineFeed feed,
            @Qualifier("feedPoller") ScheduledExecutorService poller,
            DashboardSettings settings,
            MeterRegistry meters) {
        return new FeedSchedule("pipeline", feed::poll, poller, settings.pace().rest(), meters);
    }

    @Bean
    StartNotice startNotice(DashboardSettings settings) {
        return new StartNotice(settings.web().address());
    }

    @Bean
    HealthIndicator servingHealthIndicator(MarketFeed feed) {
        return new FeedHealth(feed);
    }
}
