package io.tidemark.servicekit.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthChecksTest {
    private final HealthChecks health = new HealthChecks();

    @Test
    void a_service_without_checks_is_up() {
        assertThat(health.live().up()).isTrue();
        assertThat(health.ready().up()).isTrue();
    }

    @Test
    void one_part_that_is_down_makes_the_service_not_ready_but_leaves_it_alive() {
        health.addLiveness("loop", ComponentHealth::healthy);
        health.addReadiness("kafka", () -> ComponentHealth.failing("no broker answers"));

        assertThat(health.live().up()).isTrue();
        assertThat(health.ready().up()).isFalse();
        assertThat(health.ready().components())
                .containsEntry("kafka", ComponentHealth.failing("no broker answers"))
                .containsEntry("loop", ComponentHealth.healthy());
    }

    @Test
    void a_check_that_throws_is_a_part_that_is_down() {
        health.addLiveness("broken", () -> {
            throw new IllegalStateException("not yet made");
        });

        assertThat(health.live().components().get("broken"))
                .isEqualTo(ComponentHealth.failing("check failed: java.lang.IllegalStateException: not yet made"));
    }
}
