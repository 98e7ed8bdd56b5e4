package io.tidemark.quality.recording;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Landed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The batch layer alone: through landing and Spark to the served bars, waiting at every hop until all got there. */
final class BatchCheck implements LayerCheck {
    private static final long HOUR_MS = 3_600_000;

    private final Stack stack;
    private final Recording recording;
    private final Oracle oracle;
    private final PrintStream out;
    private final Hops hops;

    BatchCheck(Stack stack, Recording recording, Oracle oracle, PrintStream out) {
        this.stack = stack;
        this.recording = recording;
        this.oracle = oracle;
        this.out = out;
        this.hops = new Hops(stack, out);
    }

    @Override
    public boolean run() throws PartFailed, IOException, InterruptedException, SQLException {
        Counts counts = travel();
        Report.print(counts, out);
        return oracle.judge(ServedBars.of(stack, recording)) && counts.conserved();
    }

    private Counts travel() throws PartFailed, IOException, InterruptedException, SQLException {
        stack.startStores();
        stack.startFeed();
        stack.startLanding();
        long sent = hops.awaitSent();
        long acknowledged = hops.awaitAcknowledged(sent);
        long received = hops.received();
        hops.awaitLanded(acknowledged);
        Map<BarKey, Long> sentPerHour = sentPerHour();
        stack.stop("finnhub-consumer");
        stack.stop("finnhub-ingest");
        verifyLanding();
        BatchRun batch = BatchRun.over(stack, out);
        Landed landed = Landed.read(stack.options().landing());
        return new Counts(
                recording.trades(),
                sent,
                received,
                acknowledged,
                landed.rows(),
                landed.quarantined(),
                batch.rowsRead(),
                batch.rowsCounted(),
                sentPerHour.size(),
                unequal(sentPerHour));
    }

    private Map<BarKey, Long> sentPerHour() throws IOException, InterruptedException {
        Map<BarKey, Long> sent = new TreeMap<>();
        String csv = stack.get(stack.options().ports().feedAdmin(), "/admin/truth.csv")
                .orElseThrow(() -> new IOException("the simulator does not say what it sent"));
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
}
