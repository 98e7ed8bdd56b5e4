package io.tidemark.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryHorizonTest {
    private final DeliveryHorizon horizon = new DeliveryHorizon();

    @Test
    void before_anything_is_heard_nothing_is_settled() {
        horizon.mark(0);

        assertThat(horizon.settled()).isZero();
    }

    @Test
    void what_is_heard_without_records_is_settled_at_once() {
        horizon.mark(1_000);

        assertThat(horizon.settled()).isEqualTo(1_000);
    }

    @Test
    void an_instant_is_settled_when_every_record_until_then_is_acknowledged() {
        var first = horizon.claim(2);
        horizon.mark(1_000);
        var second = horizon.claim(1);
        horizon.mark(2_000);
        assertThat(horizon.settled()).isZero();

        second.acknowledged();
        first.acknowledged();
        horizon.mark(2_000);
        assertThat(horizon.settled())
                .as("one record of the first second is still under way")
                .isZero();

        first.acknowledged();
        horizon.mark(2_000);
        assertThat(horizon.settled()).isEqualTo(2_000);
    }

    @Test
    void records_after_the_mark_do_not_hold_it_back() {
        horizon.claim(1).acknowledged();
        horizon.mark(1_000);
        horizon.claim(1);
        horizon.mark(2_000);
        horizon.mark(3_000);

        assertThat(horizon.settled()).isEqualTo(1_000);
    }
}
