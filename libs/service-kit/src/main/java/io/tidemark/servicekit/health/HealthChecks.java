package io.tidemark.servicekit.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The checks of a service. Liveness answers "would a restart help?", readiness "does it do its work now?"; a part that
 * waits for another system is not ready, but alive. Safe for use by many threads.
 */
public final class HealthChecks {
    private final Map<String, HealthCheck> liveness = new ConcurrentHashMap<>();
    private final Map<String, HealthCheck> readiness = new ConcurrentHashMap<>();

    /** Adds a part whose failure a restart would cure; it counts for readiness too. */
    public void addLiveness(String component, HealthCheck check) {
        liveness.put(component, check);
        readiness.put(component, check);
    }

    /** Adds a part that may have to wait for others. */
    public void addReadiness(String component, HealthCheck check) {
        readiness.put(component, check);
    }

    public HealthReport live() {
        return report(liveness);
    }

    public HealthReport ready() {
        return report(readiness);
    }

    private static HealthReport report(Map<String, HealthCheck> checks) {
        var components = new TreeMap<String, ComponentHealth>();
        checks.forEach((name, check) -> components.put(name, ask(check)));
        return new HealthReport(components);
    }

    /** A check that fails by itself is reported as a failing part: the answer must not hide the other parts. */
    private static ComponentHealth ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            return ComponentHealth.failing("check failed: " + e);
        }
    }
}
