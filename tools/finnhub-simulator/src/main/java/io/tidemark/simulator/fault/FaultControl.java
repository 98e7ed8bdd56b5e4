package io.tidemark.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * Takes orders for faults as JSON and shows those in force. An order is checked as a whole before any of it is carried out.
 */
public final class FaultControl {

    private final FaultDocuments documents;
    private final FaultBoard board;
    private final ConnectionFaults connections;

    /** What is done once, at once. {@code silenceNow} is in seconds, 0 for none. */
    private record Actions(boolean dropNow, boolean resetNow, boolean halfOpenNow, double silenceNow) {

        private static final List<String> NAMES = List.of("dropNow", "resetNow", "halfOpenNow", "silenceNow");
    }

    public FaultControl(FaultDocuments documents, FaultBoard board, ConnectionFaults connections) {
        this.documents = documents;
        this.board = board;
        this.connections = connections;
    }

    /**
     * Changes the faults in force and does what is to be done at once.
     *
     * @throws IllegalArgumentException if the text is no such order; nothing has changed then
     */
    public synchronized void apply(String text) {
        ObjectNode order = documents.readObject(text);
        ObjectNode now = order.objectNode();
        for (String name : Actions.NAMES) {
            if (order.has(name)) {
                now.set(name, order.remove(name));
            }
        }
        Actions actions = documents.bind(now, Actions.class);
        if (!(actions.silenceNow() >= 0)) {
            throw new IllegalArgumentException("silenceNow: seconds, 0 or more");
        }
        put(documents.merge(board.plan(), order));
        perform(actions);
    }

    /** Puts a whole plan into force. */
    public synchronized void put(FaultPlan plan) {
        FaultPlan before = board.plan();
        board.put(plan);
        boolean sameSchedule =
                Objects.equals(before.drop(), plan.drop()) && Objects.equals(before.silence(), plan.silence());
        if (!sameSchedule) {
            connections.schedule(plan);
        }
    }

    private void perform(Actions actions) {
        if (actions.silenceNow() > 0) {
            connections.silence(actions.silenceNow());
        }
        if (actions.halfOpenNow()) {
            connections.halfOpen();
        }
        if (actions.resetNow()) {
            connections.reset();
        }
        if (actions.dropNow()) {
            connections.drop();
        }
    }

    /** The faults in force with all their values, and how often each has struck since it was put into force. */
    public String show() {
        ObjectNode shown = documents.tree(board.plan());
        ObjectNode struck = shown.putObject("struck");
        board.struck().forEach((kind, times) -> struck.put(kind.key(), times));
        return shown.toPrettyString();
    }
}
