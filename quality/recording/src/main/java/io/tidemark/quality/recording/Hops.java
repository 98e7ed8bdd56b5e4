package io.tidemark.quality.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Landed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The hops that trades take through the system, and how to wait until all of them are past one. */
final class Hops {
    /** Without any progress for this long, a hop is taken to have lost trades. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final long LOOK_EVERY_MS = 200;

    private final Stack stack;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    Hops(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** How far a hop has got. */
    interface Look {
        long look() throws IOException, InterruptedException, SQLException;
    }

    /** Whether a hop that has got so far is at its end. */
    interface End {
        boolean at(long reached) throws IOException, InterruptedException, SQLException;
    }

    /** Waits until the simulator has sent all, and returns how many trades that were. */
    long awaitSent() throws PartFailed, IOException, InterruptedException, SQLException {
        await("sent", this::sent, reached -> truth().path("finished").asBoolean());
        return sent();
    }

    /** Waits until Kafka has acknowledged so many, and returns how many it has. */
    long awaitAcknowledged(long goal) throws PartFailed, IOException, InterruptedException, SQLException {
        await("acknowledged by Kafka", this::acknowledged, reached -> reached >= goal);
        return acknowledged();
    }

    /** Waits until so many records are accounted for on disk. */
    void awaitLanded(long goal) throws PartFailed, IOException, InterruptedException, SQLException {
        await("landed", this::landed, reached -> reached >= goal);
    }

    /** Trades that the simulator has written, each once. */
    long sent() throws IOException, InterruptedException {
        return truth().path("tradesSent").asLong();
    }

    /** Trades that ingest has received. */
    long received() throws IOException, InterruptedException {
        return ingest("tradesReceived");
    }

    /** Trades that Kafka has taken. */
    long acknowledged() throws IOException, InterruptedException {
        return ingest("tradesAcknowledged");
    }

    /** Records in committed segments. */
    long landed() throws IOException {
        return Landed.read(stack.options().landing()).records();
    }

    /** Frames that ingest has met again. */
    long repeatedFrames() throws IOException, InterruptedException {
        return ingest("suspectedDuplicateFrames");
    }

    /** Waits for the end of a hop; when it stands still too long, goes on: the comparison then tells what is missing. */
    void await(String what, Look hop, End end) throws PartFailed, IOException, InterruptedException, SQLException {
        long begin = System.nanoTime();
        long last = -1;
        long lastMove = begin;
        while (true) {
            Optional<ChildProcess> fallen = stack.fallen();
            if (fallen.isPresent()) {
                throw fallen.get().failure();
            }
            long reached = hop.look();
            long now = System.nanoTime();
            if (end.at(reached)) {
                out.println(String.format(Locale.ROOT, "  %,9d %s, %.1f s", reached, what, (now - begin) / 1e9));
                return;
            }
            if (reached != last) {
                last = reached;
                lastMove = now;
            } else if (now - lastMove > PATIENCE.toNanos()) {
                out.println(String.format(
                        Locale.ROOT, "  %,9d %s, and no more for %d s", reached, what, PATIENCE.toSeconds()));
                return;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private JsonNode truth() throws IOException, InterruptedException {
        return json.readTree(answer(stack.options().ports().feedAdmin(), "/admin/truth"));
    }

    private long ingest(String counter) throws IOException, InterruptedException {
        JsonNode status = json.readTree(answer(stack.options().ports().ingest(), "/status"));
        JsonNode value = status.path("counters").path(counter);
        if (!value.isNumber()) {
            throw new IOException("finnhub-ingest's status has no counter " + counter + ": " + status);
        }
        return value.asLong();
    }

    private String answer(int port, String path) throws IOException, InterruptedException {
        return stack.get(port, path).orElseThrow(() -> new IOException("no answer from port " + port + path));
    }
}
