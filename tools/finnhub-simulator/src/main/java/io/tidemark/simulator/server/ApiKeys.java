package io.tidemark.simulator.server;

import java.util.Set;

/**
 * The API keys that are let in.
 *
 * @param accepted the keys; empty lets every key in that is not empty
 */
public record ApiKeys(Set<String> accepted) {

    public ApiKeys {
        accepted = Set.copyOf(accepted);
    }

    /** Whether the key is good. */
    public boolean accepts(String key) {
        return accepted.isEmpty() ? !key.isEmpty() : accepted.contains(key);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "ApiKeys[" + accepted.size() + "]";
    }
}
