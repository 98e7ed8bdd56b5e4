package io.tidemark.landing.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.landing.segment.Chain;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StartTest {
    private static final Chain LANDED_TO_100 = new Chain(Optional.of("id"), 100, 3, 0);

    @Test
    void a_partition_is_read_on_from_its_chains_end() {
        assertThat(Start.of("t-0", LANDED_TO_100, "id", 40, 100)).isInstanceOf(Start.AtChainEnd.class);
        assertThat(Start.of("t-0", LANDED_TO_100, "id", 100, 250)).isInstanceOf(Start.AtChainEnd.class);
        assertThat(Start.of("t-0", Chain.EMPTY, "id", 0, 250)).isInstanceOf(Start.AtChainEnd.class);
    }

    @Test
    void records_removed_before_they_landed_are_a_gap() {
        assertThat(Start.of("t-0", LANDED_TO_100, "id", 120, 250))
                .isEqualTo(new Start.AfterGap(120, "offsets 100 to 119 were removed from Kafka before they landed"));
        assertThat(Start.of("t-0", Chain.EMPTY, "id", 5, 250))
                .isEqualTo(new Start.AfterGap(5, "offsets 0 to 4 were removed from Kafka before they landed"));
    }

    @Test
    void a_topic_made_anew_is_refused_whatever_its_offsets() {
        assertThat(Start.of("t-0", LANDED_TO_100, "new", 0, 250))
                .isInstanceOfSatisfying(Start.Refused.class, refused -> assertThat(refused.message())
                        .contains("t-0", "id", "new", "another directory"));
    }

    @Test
    void a_kafka_that_ends_before_what_is_landed_is_refused() {
        assertThat(Start.of("t-0", LANDED_TO_100, "id", 0, 99))
                .isInstanceOfSatisfying(Start.Refused.class, refused -> assertThat(refused.message())
                        .contains("end is offset 99", "up to 100"));
    }
}
