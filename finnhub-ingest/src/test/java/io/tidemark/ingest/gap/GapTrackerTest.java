package io.tidemark.ingest.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.event.FeedGap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTrackerTest {
    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT");

    private final List<FeedGap> gaps = new ArrayList<>();
    private final GapTracker tracker = new GapTracker(gaps::add);

    @Test
    void an_outage_lasts_from_the_last_to_the_next_frame_however_many_attempts_lie_between() {
        tracker.heard(1_000);
        tracker.lost("closed by the feed: 1006", SYMBOLS);
        tracker.lost("connection refused", List.of());
        assertThat(gaps).isEmpty();
        assertThat(tracker.outage()).isPresent();

        tracker.heard(61_000);
        tracker.heard(61_500);

        assertThat(gaps).containsExactly(new FeedGap("finnhub", SYMBOLS, 1_000, 61_000, "closed by the feed: 1006"));
        assertThat(tracker.outage()).isEmpty();
        assertThat(tracker.lastHeard()).isEqualTo(61_500);
    }

    @Test
    void a_feed_never_heard_has_no_outage() {
        tracker.lost("connection refused", SYMBOLS);
        tracker.heard(1_000);

        assertThat(gaps).isEmpty();
    }

    @Test
    void the_time_without_a_process_is_an_outage_too() {
        tracker.resume(new FeedMemory(1_000, SYMBOLS, false));
        tracker.lost("connection refused", List.of("NEW"));
        tracker.heard(9_000);

        assertThat(gaps)
                .containsExactly(new FeedGap("finnhub", SYMBOLS, 1_000, 9_000, "ingest ended without an orderly stop"));
    }

    @Test
    void an_orderly_stop_is_told_apart() {
        tracker.resume(new FeedMemory(1_000, SYMBOLS, true));
        tracker.heard(2_000);

        assertThat(gaps).extracting(FeedGap::reason).containsExactly("ingest was stopped");
    }

    @Test
    void a_clock_that_was_set_back_gives_an_empty_gap_and_no_failure() {
        tracker.heard(5_000);
        tracker.lost("drop", SYMBOLS);
        tracker.heard(4_000);

        assertThat(gaps).extracting(FeedGap::to).containsExactly(5_000L);
    }
}
