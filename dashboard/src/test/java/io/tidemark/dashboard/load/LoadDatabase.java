package io.tidemark.dashboard.load;

import io.tidemark.dashboard.serving.EmbeddedServing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL with the stored market in it, in a folder that is kept or not. */
final class LoadDatabase implements AutoCloseable {
    static final String NAME = "load";

    /** A stage of so many rows need not survive the machine; the rest is what the compose stack's database has. */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "160MB",
            "work_mem", "64MB",
            "max_wal_size", "8GB",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "full_page_writes", "off",
            "synchronous_commit", "off");

    private final Path data;
    private final boolean kept;
    private final PrintStream out;
    private EmbeddedServing serving;

    private LoadDatabase(Path data, boolean kept, PrintStream out) throws IOException {
        this.data = data;
        this.kept = kept;
        this.out = out;
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        this.serving = EmbeddedServing.startAt(data, SETTINGS);
        if (fresh) {
            serving.createBare(NAME);
        }
        // A kept one may be from before a migration.
        serving.migrate(NAME);
    }

    /** Opens a folder, to be left there; or one that vanishes with this. */
    static LoadDatabase open(Optional<Path> folder, PrintStream out) throws IOException {
        if (folder.isPresent()) {
            return new LoadDatabase(Files.createDirectories(folder.get()).toRealPath(), true, out);
        }
        return new LoadDatabase(
                Files.createTempDirectory(Path.of("target"), "load-").toRealPath(), false, out);
    }

    /** Brings the market up to this minute, with at least so many one-minute bars before today. */
    void fill(long bars, int symbols, Instant now) throws InterruptedException, ExecutionException, IOException {
        StoredMarket market = new StoredMarket(owner(), symbols);
        int stored = market.storedSymbols();
        if (stored != 0 && stored != symbols) {
            throw new IOException(data + " holds " + stored + " symbols, not " + symbols
                    + ": name another folder, or say --symbols=" + stored);
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        new HistoryWriter(market, symbols, out).write(StoredMarket.datesBefore(today, bars, symbols));
        market.goLive(now);
    }

    /** Forgets what memory holds of the data, the server's and, with GNU's dd, the operating system's. */
    void cool() throws IOException, InterruptedException {
        serving.close();
        run("sync", "-f", data.toString());
        try (Stream<Path> files = Files.walk(data.resolve("base"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                run("dd", "if=" + file, "iflag=nocache", "count=0", "status=none");
            }
        }
        serving = EmbeddedServing.startAt(data, SETTINGS);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    DataSource owner() {
        return serving.owner(NAME);
    }

    EmbeddedServing serving() {
        return serving;
    }

    /** The server and all that work for it. */
    ProcessHandle server() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
    }

    /** For people: dates, rows and bytes. */
    String describe() {
        String described = new JdbcTemplate(owner()).queryForObject("""
                SELECT format('%s dates, %s bars of a minute and %s of all intervals; table %s, its indexes %s',
                    count(*),
                    to_char((SELECT count(*) FROM batch.bars WHERE interval = '1m'), 'FM999,999,999,999'),
                    to_char(sum(bars), 'FM999,999,999,999'),
                    pg_size_pretty(pg_table_size('batch.bars')), pg_size_pretty(pg_indexes_size('batch.bars')))
                FROM serving.coverage""", String.class);
        return Objects.requireNonNull(described);
    }

    @Override
    public void close() throws IOException {
        serving.close();
        if (!kept) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
