package io.tidemark.servicekit.health;

/** Tells the condition of one part; asked on every request, so it answers from memory and never waits. */
@FunctionalInterface
public interface HealthCheck {
    ComponentHealth check();
}
