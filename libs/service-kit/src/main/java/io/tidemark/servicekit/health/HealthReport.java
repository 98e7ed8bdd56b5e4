package io.tidemark.servicekit.health;

import java.util.Map;
import java.util.TreeMap;

/**
 * The condition of all parts at one moment.
 *
 * @param components by name, sorted
 */
public record HealthReport(Map<String, ComponentHealth> components) {

    public HealthReport {
        components = Map.copyOf(components);
    }

    /** Whether every part is up. */
    public boolean up() {
        return components.values().stream().allMatch(ComponentHealth::up);
    }

    @Override
    public Map<String, ComponentHealth> components() {
        return new TreeMap<>(components);
    }
}
