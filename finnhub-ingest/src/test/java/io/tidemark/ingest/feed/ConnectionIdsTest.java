package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ingest.fixture.ManualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ConnectionIdsTest {
    private final ManualClock clock = new ManualClock();
    private final ConnectionIds ids = new ConnectionIds(
            clock, RandomGeneratorFactory.of("L64X128MixRandom").create(5));

    @Test
    void ids_of_one_instant_differ() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
    }

    @Test
    void ids_sort_by_time_and_hold_no_separator() {
        String earlier = ids.next();
        clock.advance(Duration.ofMillis(1));
        String later = ids.next();

        assertThat(earlier).isLessThan(later).matches("[0-9a-z]{14}");
    }
}
