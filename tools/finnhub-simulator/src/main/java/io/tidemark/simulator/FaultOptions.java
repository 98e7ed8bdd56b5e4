package io.tidemark.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.simulator.fault.FaultDocuments;
import io.tidemark.simulator.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Faults from the start. They become the same JSON that {@code POST /admin/faults} takes. */
final class FaultOptions {

    private static final double MS_PER_SECOND = 1000;

    @Option(names = "--drop-every", paramLabel = "DURATION", description = "Drop all connections this often.")
    private @Nullable Duration dropEvery;

    @Option(names = "--silence-every", paramLabel = "DURATION", description = "Fall silent this often.")
    private @Nullable Duration silenceEvery;

    @Option(
            names = "--silence-for",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long each silence lasts (default: 30s).")
    private Duration silenceFor = Duration.ZERO;

    @Option(names = "--duplicate", paramLabel = "P", description = "Chance that a frame is sent three times.")
    private @Nullable Double duplicate;

    @Option(names = "--reorder", paramLabel = "P", description = "Chance that a trade comes up to 260 ms out of order.")
    private @Nullable Double reorder;

    @Option(names = "--late", paramLabel = "P", description = "Chance that a trade comes late.")
    private @Nullable Double late;

    @Option(
            names = "--late-max",
            paramLabel = "DURATION",
            defaultValue = "40m",
            description = "Latest that a late trade comes (default: 40m).")
    private Duration lateMax = Duration.ZERO;

    @Option(names = "--malformed", paramLabel = "P", description = "Chance of a malformed frame before a frame.")
    private @Nullable Double malformed;

    @Option(names = "--huge", paramLabel = "P", description = "Chance of a 2 MiB frame before a frame.")
    private @Nullable Double huge;

    @Option(names = "--empty", paramLabel = "P", description = "Chance of an empty frame before a frame.")
    private @Nullable Double empty;

    @Option(names = "--error-frames", paramLabel = "P", description = "Chance of an error frame before a frame.")
    private @Nullable Double errorFrames;

    @Option(names = "--bad-trades", paramLabel = "P", description = "Chance of an impossible trade inside a frame.")
    private @Nullable Double badTrades;

    @Option(names = "--future-trades", paramLabel = "P", description = "Chance of tomorrow's trade inside a frame.")
    private @Nullable Double futureTrades;

    @Option(names = "--unknown-fields", paramLabel = "P", description = "Chance of unknown fields in a frame.")
    private @Nullable Double unknownFields;

    @Option(
            names = "--fail-handshakes",
            paramLabel = "STATUS[:N]",
            description = "Answer the first N handshakes (all if N is left out) with this HTTP status.")
    private @Nullable StatusCount failHandshakes;

    @Option(
            names = "--fail-rest",
            paramLabel = "STATUS[:N]",
            description = "Answer the first N REST calls (all if N is left out) with this HTTP status.")
    private @Nullable StatusCount failRest;

    @Option(
            names = "--invalid-symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Refuse subscriptions to these, until DELETE /admin/faults.")
    private List<String> invalidSymbols = List.of();

    @Option(
            names = "--faults",
            paramLabel = "JSON",
            description = "Faults as POST /admin/faults takes them; they come on top of the options above.")
    private @Nullable String json;

    /**
     * The plan that these options describe.
     *
     * @throws IllegalArgumentException if a value is impossible
     */
    FaultPlan plan() {
        ObjectNode faults = new ObjectMapper().createObjectNode();
        putChances(faults);
        if (late != null) {
            faults.putObject("late").put("probability", late).put("maxMs", lateMax.toMillis());
        }
        if (dropEvery != null) {
            faults.putObject("drop").put("everySeconds", dropEvery.toMillis() / MS_PER_SECOND);
        }
        if (silenceEvery != null) {
            faults.putObject("silence")
                    .put("everySeconds", silenceEvery.toMillis() / MS_PER_SECOND)
                    .put("seconds", silenceFor.toMillis() / MS_PER_SECOND);
        }
        putFailures(faults, "handshake", failHandshakes);
        putFailures(faults, "rest", failRest);
        if (!invalidSymbols.isEmpty()) {
            invalidSymbols.forEach(faults.putArray("invalidSymbols")::add);
        }
        FaultDocuments documents = new FaultDocuments();
        FaultPlan plan = documents.merge(FaultPlan.NONE, faults.toString());
        return json == null ? plan : documents.merge(plan, json);
    }

    private void putChances(ObjectNode faults) {
        putChance(faults, "duplicate", duplicate);
        putChance(faults, "reorder", reorder);
        putChance(faults, "malformed", malformed);
        putChance(faults, "huge", huge);
        putChance(faults, "empty", empty);
        putChance(faults, "error", errorFrames);
        putChance(faults, "badTrade", badTrades);
        putChance(faults, "futureTrade", futureTrades);
        putChance(faults, "unknownFields", unknownFields);
    }

    private static void putChance(ObjectNode faults, String name, @Nullable Double probability) {
        if (probability != null) {
            faults.putObject(name).put("probability", probability);
        }
    }

    private static void putFailures(ObjectNode faults, String name, @Nullable StatusCount failures) {
        if (failures != null) {
            faults.putObject(name).put("status", failures.status()).put("count", failures.count());
        }
    }
}
