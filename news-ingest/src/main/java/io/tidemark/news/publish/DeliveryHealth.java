package io.tidemark.news.publish;

import io.tidemark.servicekit.health.ComponentHealth;
import java.time.Duration;
import java.time.InstantSource;

/** Whether Kafka takes what it is given. Safe for use by many threads. */
public final class DeliveryHealth {
    /** Longer than an acknowledgement takes on a broker that works. */
    private static final Duration STALLED = Duration.ofSeconds(10);

    private final InstantSource clock;
    private volatile long waitingSince;
    private volatile String failure = "";

    public DeliveryHealth(InstantSource clock) {
        this.clock = clock;
    }

    public ComponentHealth check() {
        long since = waitingSince;
        long waited = since == 0 ? 0 : clock.millis() - since;
        if (waited > STALLED.toMillis()) {
            return ComponentHealth.failing("no acknowledgement for " + waited / 1_000 + " s; the sources wait");
        }
        return failure.isEmpty() ? ComponentHealth.healthy() : ComponentHealth.failing(failure);
    }

    void begins() {
        waitingSince = clock.millis();
    }

    /** Ends the waiting; {@code problem} is empty when everything was acknowledged. */
    void ends(String problem) {
        waitingSince = 0;
        failure = problem;
    }
}
