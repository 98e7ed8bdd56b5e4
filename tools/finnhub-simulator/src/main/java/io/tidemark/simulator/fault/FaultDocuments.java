package io.tidemark.simulator.fault;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads plans of faults from JSON. What a fault leaves out gets its default; unknown names and impossible values are refused
 * with a message that says what is wrong.
 */
public final class FaultDocuments {

    private static final String DEFAULTS = """
            {"duplicate": {"probability": 1, "count": 0, "copies": 3},
             "reorder": {"probability": 1, "count": 0, "maxMs": 260},
             "late": {"probability": 1, "count": 0, "maxMs": 2400000},
             "malformed": {"probability": 1, "count": 0},
             "huge": {"probability": 1, "count": 0, "bytes": 2097152},
             "empty": {"probability": 1, "count": 0},
             "error": {"probability": 1, "count": 0, "message": "Internal error"},
             "badTrade": {"probability": 1, "count": 0},
             "futureTrade": {"probability": 1, "count": 0, "aheadMs": 86400000},
             "unknownFields": {"probability": 1, "count": 0},
             "handshake": {"probability": 1, "count": 0, "status": 401},
             "rest": {"probability": 1, "count": 0, "status": 0, "retryAfterSeconds": 0, "delayMs": 0, "bodyBytes": 0},
             "drop": {"everySeconds": 600, "reset": false},
             "silence": {"everySeconds": 600, "seconds": 30}}
            """;
    private static final int MAX_BYTES = 64 << 20;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * Puts faults over those in force: a fault that is named replaces the one of that name, {@code null} takes it away.
     *
     * @throws IllegalArgumentException if the text is no plan
     */
    public FaultPlan merge(FaultPlan current, String text) {
        return merge(current, readObject(text));
    }

    FaultPlan merge(FaultPlan current, ObjectNode changes) {
        ObjectNode merged = json.valueToTree(current);
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), withDefaults(change.getKey(), change.getValue()));
            }
        }
        FaultPlan plan = bind(merged, FaultPlan.class);
        check(plan);
        return plan;
    }

    ObjectNode readObject(String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("expected a JSON object with faults");
    }

    <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The plan as JSON with every value it has. */
    ObjectNode tree(FaultPlan plan) {
        return json.valueToTree(plan);
    }

    private JsonNode withDefaults(String name, JsonNode value) {
        JsonNode defaults = readObject(DEFAULTS).get(name);
        if (defaults instanceof ObjectNode complete && value instanceof ObjectNode given) {
            return complete.setAll(given);
        }
        return value;
    }

    private static void check(FaultPlan plan) {
        List<String> problems = new ArrayList<>();
        plan.odds().forEach((kind, odds) -> {
            require(problems, odds.probability() >= 0 && odds.probability() <= 1, kind.key() + ".probability: 0 to 1");
            require(problems, odds.count() >= 0, kind.key() + ".count: 0 (no limit) or more");
        });
        checkValues(plan, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void checkValues(FaultPlan plan, List<String> problems) {
        if (plan.duplicate() != null) {
            require(problems, plan.duplicate().copies() >= 2, "duplicate.copies: 2 or more");
        }
        if (plan.huge() != null) {
            require(problems, isSize(plan.huge().bytes()), "huge.bytes: 0 to " + MAX_BYTES);
        }
        if (plan.handshake() != null) {
            int status = plan.handshake().status();
            require(problems, status >= 200 && status <= 599, "handshake.status: 200 to 599");
        }
        if (plan.rest() != null) {
            int status = plan.rest().status();
            require(problems, status == 0 || (status >= 200 && status <= 599), "rest.status: 0 or 200 to 599");
            require(problems, isSize(plan.rest().bodyBytes()), "rest.bodyBytes: 0 to " + MAX_BYTES);
            require(problems, plan.rest().delayMs() >= 0, "rest.delayMs: 0 or more");
        }
        if (plan.drop() != null) {
            require(problems, plan.drop().everySeconds() > 0, "drop.everySeconds: above 0");
        }
        if (plan.silence() != null) {
            require(problems, plan.silence().everySeconds() > 0, "silence.everySeconds: above 0");
            require(problems, plan.silence().seconds() > 0, "silence.seconds: above 0");
        }
    }

    private static boolean isSize(int bytes) {
        return bytes >= 0 && bytes <= MAX_BYTES;
    }

    private static void require(List<String> problems, boolean met, String requirement) {
        if (!met) {
            problems.add(requirement);
        }
    }
}
