package io.tidemark.landing;

import io.tidemark.landing.consume.LoopState;
import io.tidemark.servicekit.health.ComponentHealth;
import io.tidemark.servicekit.health.HealthChecks;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The condition of one dataset's landing.
 *
 * @param dataset its name
 * @param state of its loop, now
 * @param topic that it lands
 * @param mayWait whether the service is ready though this topic does not exist
 */
record LandingHealth(String dataset, Supplier<LoopState> state, String topic, boolean mayWait) {
    /** Longer than any poll or commit: beyond it the loop hangs, and a restart is safe at any time. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

    static LandingHealth of(DatasetLanding landing, String topic, boolean mayWait) {
        return new LandingHealth(landing.dataset().label(), landing::state, topic, mayWait);
    }

    void addTo(HealthChecks health) {
        health.addLiveness(dataset + "-loop", () -> alive(state.get()));
        health.addReadiness(dataset, () -> reading(state.get()));
    }

    private static ComponentHealth alive(LoopState state) {
        Duration silence = state.sinceLastBeat();
        return silence.compareTo(LONGEST_ROUND) < 0
                ? ComponentHealth.healthy()
                : ComponentHealth.failing("the loop stands still since " + silence.toSeconds() + " s");
    }

    private ComponentHealth reading(LoopState state) {
        if (!state.joined()) {
            String remark = "waits for the topic " + topic;
            return mayWait ? ComponentHealth.healthy(remark) : ComponentHealth.failing(remark);
        }
        if (state.waiting() > 0) {
            return ComponentHealth.failing(state.waiting() + " partitions wait for their lock or for Kafka");
        }
        return ComponentHealth.healthy("lands " + state.landing() + " partitions");
    }
}
