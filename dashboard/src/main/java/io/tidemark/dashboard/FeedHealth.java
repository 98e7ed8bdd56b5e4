package io.tidemark.dashboard;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.MarketFeed;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Healthy while the serving layer can be read. Asks the feed, not the database: a probe costs no connection. */
final class FeedHealth implements HealthIndicator {
    private final MarketFeed feed;

    FeedHealth(MarketFeed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        return switch (feed.current().status()) {
            case FeedStatus.Current current ->
                Health.up()
                        .withDetail(
                                "symbols", feed.current().overview().quotes().size())
                        .build();
            case FeedStatus.Starting starting -> Health.unknown().build();
            case FeedStatus.Away(var since, var fault) ->
                Health.down()
                        .withDetail("since", since.toString())
                        .withDetail("kind", fault.kind().name())
                        .withDetail("reason", fault.detail())
                        .build();
        };
    }
}
