package io.tidemark.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.landing.LandingProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PipelineFeedTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    private final FakePipeline pipeline = new FakePipeline().publishes(MONDAY, 100);
    private final PipelineFeed feed =
            new PipelineFeed(pipeline, () -> LandingProgress.NOT_ASKED, InstantSource.fixed(NOW), Runnable::run);

    @Test
    void nothing_is_asked_while_nobody_listens() {
        feed.poll();
        assertThat(pipeline.askedFor()).isEmpty();

        Runnable end = feed.subscribe(snapshot -> {});
        assertThat(feed.current().dates()).hasSize(1);
        end.run();
        pipeline.publishes(MONDAY, 200);
        feed.poll();
        assertThat(feed.current().runs()).hasSize(1);
    }

    @Test
    void dates_are_read_again_only_when_the_ledger_has_changed() {
        feed.subscribe(snapshot -> {});
        feed.watch(MONDAY);
        PipelineSnapshot first = feed.current();
        assertThat(pipeline.askedFor()).containsExactly("dates", "2026-11-23");

        feed.poll();
        assertThat(pipeline.askedFor()).isEmpty();
        assertThat(feed.current()).isSameAs(first);

        pipeline.publishes(MONDAY, 200);
        feed.poll();
        assertThat(pipeline.askedFor()).containsExactlyInAnyOrder("dates", "2026-11-23");
        assertThat(feed.current().dates().getFirst().rows().landed()).isEqualTo(200);
    }

    @Test
    void hops_are_read_in_each_look() {
        feed.subscribe(snapshot -> {});

        pipeline.passes(new Hop(Hop.Kind.LIVE, NOW.minusMillis(250), NOW, 600L, 300.0));
        feed.poll();

        Hop live = feed.current().hop(Hop.Kind.LIVE).orElseThrow();
        assertThat(live.rate()).contains(2.0);
        assertThat(live.delay()).contains(Duration.ofMillis(250));
        assertThat(feed.current().hop(Hop.Kind.NEWS)).isEmpty();
    }

    @Test
    void a_hop_of_which_nothing_is_known_has_neither_rate_nor_delay() {
        assertThat(new Hop(Hop.Kind.RECEIVED, null, NOW, null, null).rate()).isEmpty();
        assertThat(new Hop(Hop.Kind.RECEIVED, null, NOW, null, null).delay()).isEmpty();
        assertThat(new Hop(Hop.Kind.SETTLED, NOW.plusSeconds(1), NOW, 5L, 0.0).rate())
                .isEmpty();
    }

    @Test
    void a_failed_look_keeps_what_is_known_and_says_since_when() {
        feed.subscribe(snapshot -> {});
        ServingFault fault = new ServingFault(ServingFault.Kind.UNREACHABLE, "refused");

        pipeline.fails(fault);
        feed.poll();

        assertThat(feed.current().status()).isEqualTo(new FeedStatus.Away(NOW, fault));
        assertThat(feed.current().runs()).hasSize(1);

        pipeline.recovers();
        feed.poll();
        assertThat(feed.current().status()).isInstanceOf(FeedStatus.Current.class);
    }
}
