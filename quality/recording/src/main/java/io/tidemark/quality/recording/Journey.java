package io.tidemark.quality.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Landed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Takes a recording from the simulator to the served bars, waiting at every hop until all of it got there. */
final class Journey {
    /** Without any progress for this long, a hop is taken to have lost trades. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final long LOOK_EVERY_MS = 500;
    private static final long HOUR_MS = 3_600_000;

    private final Stack stack;
    private final Recording recording;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    Journey(Stack stack, Recording recording, PrintStream out) {
        this.stack = stack;
        this.recording = recording;
        this.out = out;
    }

    /** A number that grows as trades come through, and whether it has got to its end. */
    private interface Hop {
        long look() throws IOException, InterruptedException;

        boolean done(long reached) throws IOException, InterruptedException;
    }

    Counts run() throws PartFailed, IOException, InterruptedException, SQLException {
        stack.startPipeline();
        await("sent", hop(() -> truth().path("tradesSent").asLong(), () -> truth().path("finished")
                .asBoolean()));
        long sent = truth().path("tradesSent").asLong();
        await("acknowledged by Kafka", upTo(sent, () -> ingest("tradesAcknowledged")));
        long received = ingest("tradesReceived");
        long acknowledged = ingest("tradesAcknowledged");
        await("landed", upTo(acknowledged, () -> Landed.read(stack.options().landing())
                .records()));
        Map<BarKey, Long> sentPerHour = sentPerHour();
        stack.stop("finnhub-consumer");
        stack.stop("finnhub-ingest");
        verifyLanding();
        JsonNode batch = batch();
        Landed landed = Landed.read(stack.options().landing());
        long unequal = unequal(sentPerHour);
        return new Counts(
                recording.trades(),
                sent,
                received,
                acknowledged,
                landed.rows(),
                landed.quarantined(),
                batch.path("totals").path("rowsRead").asLong(),
                batch.path("totals").path("rowsCounted").asLong(),
                sentPerHour.size(),
                unequal);
    }

    private interface Look {
        long look() throws IOException, InterruptedException;
    }

    private interface Done {
        boolean done() throws IOException, InterruptedException;
    }

    private static Hop hop(Look look, Done done) {
        return new Hop() {
            @Override
            public long look() throws IOException, InterruptedException {
                return look.look();
            }

            @Override
            public boolean done(long reached) throws IOException, InterruptedException {
                return done.done();
            }
        };
    }

    private static Hop upTo(long goal, Look look) {
        return new Hop() {
            @Override
            public long look() throws IOException, InterruptedException {
                return look.look();
            }

            @Override
            public boolean done(long reached) {
                return reached >= goal;
            }
        };
    }

    /** Waits for the end of a hop; when it stands still too long, goes on: the comparison then tells what is missing. */
    private void await(String what, Hop hop) throws PartFailed, IOException, InterruptedException {
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
            if (hop.done(reached)) {
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

    private Map<BarKey, Long> sentPerHour() throws IOException, InterruptedException {
        Map<BarKey, Long> sent = new TreeMap<>();
        String csv = answer(stack.options().ports().feedAdmin(), "/admin/truth.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                long minute = Long.parseLong(row.getField("minute_ms"));
                long trades = Long.parseLong(row.getField("trades")) + Long.parseLong(row.getField("price_updates"));
                sent.merge(new BarKey(row.getField("symbol"), minute - minute % HOUR_MS), trades, Long::sum);
            }
        }
        return sent;
    }

    private long unequal(Map<BarKey, Long> sentPerHour) throws SQLException {
        Map<BarKey, Long> read;
        try (Connection database = stack.connectAsReader()) {
            read = ServedBars.landedPerHour(database);
        }
        long unequal = sentPerHour.entrySet().stream()
                .filter(hour -> !Objects.equals(read.get(hour.getKey()), hour.getValue()))
                .count();
        return unequal
                + read.keySet().stream()
                        .filter(hour -> !sentPerHour.containsKey(hour))
                        .count();
    }

    private void verifyLanding() throws IOException, InterruptedException, PartFailed {
        long begin = System.nanoTime();
        if (stack.verifyLanding() != 0) {
            throw new PartFailed("The landing directory does not verify: see "
                    + stack.options().logs().resolve("finnhub-consumer-verify.log"));
        }
        out.println(
                String.format(Locale.ROOT, "  landing directory verified, %.1f s", (System.nanoTime() - begin) / 1e9));
    }

    private JsonNode batch() throws IOException, InterruptedException, PartFailed {
        long begin = System.nanoTime();
        Path summary = stack.options().directory().resolve("batch-summary.json");
        if (stack.runBatch(List.of("--dirty", "--summary-json=" + summary)) != 0) {
            throw new PartFailed(
                    "The batch run failed: see " + stack.options().logs().resolve("spark-batch.log"));
        }
        JsonNode read = json.readTree(Files.readAllBytes(summary));
        out.println(String.format(
                Locale.ROOT,
                "  %,9d counted by the batch run, %.1f s",
                read.path("totals").path("rowsCounted").asLong(),
                (System.nanoTime() - begin) / 1e9));
        return read;
    }

    private String answer(int port, String path) throws IOException, InterruptedException {
        return stack.get(port, path).orElseThrow(() -> new IOException("no answer from port " + port + path));
    }
}
