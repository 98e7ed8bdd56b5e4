package io.tidemark.dashboard.load;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.browser.Browsers;
import io.tidemark.dashboard.browser.DashboardProcess;
import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.JdbcServingReader;
import io.tidemark.dashboard.serving.ServingDatabase;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;

/** The measurements, one after the other, on a database that is open. */
final class LoadRun {
    private static final double MOST_CHART_MS = 50;
    private static final double MOST_PAINT_MS = 1500;
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MS = 1000;

    /** As the image runs it, with the heap that 55 % of the container's 448 MB are. */
    private static final List<String> JAVA = List.of("-XX:+UseSerialGC", "-Xmx246m", "-XX:+ExitOnOutOfMemoryError");

    /** What is asked for. */
    record Plan(long bars, int symbols, int sessions, int rate, int seconds, int paints) {}

    private record Memory(double heap, double resident) {}

    private final LoadDatabase database;
    private final Plan plan;
    private final Bounds bounds;
    private final PrintStream out;
    private final List<String> symbols;
    private final Clock clock = Clock.systemUTC();

    LoadRun(LoadDatabase database, Plan plan, Bounds bounds, PrintStream out) {
        this.database = database;
        this.plan = plan;
        this.bounds = bounds;
        this.out = out;
        this.symbols = StoredMarket.names(plan.symbols());
    }

    void run() throws IOException, InterruptedException, ExecutionException, SQLException, DeploymentException {
        database.fill(plan.bars(), plan.symbols(), clock.instant());
        out.println("database: " + database.describe());
        database.cool();
        try (HikariDataSource reading = ServingDatabase.open(database.serving().reader(LoadDatabase.NAME))) {
            ChartQueries charts = new ChartQueries(new JdbcServingReader(reading), clock);
            ask(charts, "nothing in memory", 1);
            double warm = ask(charts, "warm", 2);
            bounds.atMost("p95 of chart queries", warm, MOST_CHART_MS);
            serve(charts);
        }
    }

    private double ask(ChartQueries charts, String round, long seed) {
        return new ChartReport(out).print(round, charts.ask(ChartQueries.all(symbols, seed)));
    }

    private void serve(ChartQueries charts)
            throws IOException, InterruptedException, SQLException, DeploymentException {
        PriceLog log = new PriceLog(symbols);
        try (LiveWriter writer = new LiveWriter(database.owner(), log, clock);
                Ticking ticking = new Ticking(writer, plan.rate());
                DashboardProcess dashboard = DashboardProcess.serve(JAVA, settings());
                AtExit stop = AtExit.close(dashboard);
                Playwright playwright = Browsers.driver();
                Browser browser = Browsers.launch(playwright)) {
            FirstPaint paint = new FirstPaint(browser, dashboard.url());
            report("no sessions", paint.visit(symbols, plan.paints()));
            Memory without = memory("no sessions", dashboard);
            try (Crowd crowd = new Crowd()) {
                crowd.open(dashboard.url(), plan.sessions(), log);
                out.println(String.format(
                        Locale.ROOT,
                        "%d sessions open, push compressed in %d; page to content: %s",
                        plan.sessions(),
                        crowd.compressed(),
                        Percentiles.describe(Percentiles.of(crowd.openings()))));
                pass(SETTLE, crowd, ticking, false);
                measure(dashboard, crowd, ticking, log);
                Memory with = memory("sessions", dashboard);
                out.println(String.format(
                        Locale.ROOT,
                        "memory a session: %.2f MiB of heap, %.2f MiB resident",
                        (with.heap() - without.heap()) / plan.sessions(),
                        (with.resident() - without.resident()) / plan.sessions()));
                ask(charts, "with the sessions", 3);
                double cold = report("with the sessions", paint.visit(symbols, plan.paints()));
                bounds.atMost("median first paint, empty cache, with the sessions", cold, MOST_PAINT_MS);
                crowd.check();
            }
        }
    }

    private List<String> settings() {
        return List.of(
                "--database.url="
                        + EmbeddedServing.url(
                                LoadDatabase.NAME, database.serving().port()),
                "--database.password=" + EmbeddedServing.PASSWORD,
                "--server.port=0",
                "--login.mode=open");
    }

    /** Lets time go by while looking whether everything still moves. */
    private static void pass(Duration time, Crowd crowd, Ticking ticking, boolean judge) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MS);
            ticking.check();
            if (judge) {
                crowd.check();
            }
        }
    }

    private void measure(DashboardProcess dashboard, Crowd crowd, Ticking ticking, PriceLog log)
            throws IOException, InterruptedException {
        crowd.reset();
        ProcessHandle server = database.server();
        Duration pageCpu = ProcessUse.cpu(dashboard.handle());
        Duration databaseCpu = ProcessUse.cpu(server);
        Duration ownCpu = ProcessUse.cpu(ProcessHandle.current());
        ProcessUse.Machine machine = ProcessUse.machine();
        int written = log.written();
        long begin = System.nanoTime();
        pass(Duration.ofSeconds(plan.seconds()), crowd, ticking, true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Histogram delays = crowd.delays();
        out.println(String.format(
                Locale.ROOT,
                "for %.0f s %d sessions, %.2f updates/s of %d symbols written:",
                seconds,
                plan.sessions(),
                (log.written() - written) / seconds,
                plan.symbols()));
        out.println("  commit to session: " + Percentiles.describe(delays));
        out.println(String.format(
                Locale.ROOT,
                "  a session a second: %.1f new prices, %.1f more that a newer one overtook, %.1f changes of its bar,"
                        + " %,.0f characters; messages that never came: %d",
                crowd.rate(page -> page.seen().shown()),
                crowd.rate(page -> page.seen().skipped()),
                crowd.rate(page -> page.bars().get()),
                crowd.rate(page -> page.characters().get()),
                crowd.missing()));
        out.println(String.format(
                Locale.ROOT,
                "  of one core: dashboard %.1f %%, database %.1f %%, this program %.1f %%; the whole machine (%d cores) %.0f %%"
                        + " busy",
                percent(ProcessUse.cpu(dashboard.handle()).minus(pageCpu), seconds),
                percent(ProcessUse.cpu(server).minus(databaseCpu), seconds),
                percent(ProcessUse.cpu(ProcessHandle.current()).minus(ownCpu), seconds),
                Runtime.getRuntime().availableProcessors(),
                ProcessUse.machine().busySince(machine)));
        if (crowd.missing() > 0) {
            bounds.broken(crowd.missing() + " messages never came");
        }
    }

    private static double percent(Duration cpu, double seconds) {
        return 100 * cpu.toNanos() / 1e9 / seconds;
    }

    private Memory memory(String when, DashboardProcess dashboard) throws IOException, InterruptedException {
        Memory memory = new Memory(
                JavaHeap.usedMebibytes(dashboard.handle()), ProcessUse.residentMebibytes(dashboard.handle()));
        out.println(String.format(
                Locale.ROOT,
                "dashboard, %s: heap %.0f MiB in use after a collection, %.0f MiB resident",
                when,
                memory.heap(),
                memory.resident()));
        return memory;
    }

    /** Prints visits and returns the median first paint with an empty cache, in milliseconds. */
    private double report(String when, FirstPaint.Visits visits) {
        out.println("Chromium, " + when + ":");
        double median = report("empty cache", visits.cold());
        report("again", visits.warm());
        return median;
    }

    private double report(String name, List<FirstPaint.Visit> visits) {
        Histogram paints =
                Percentiles.of(visits.stream().map(FirstPaint.Visit::paint).toList());
        Histogram loaded =
                Percentiles.of(visits.stream().map(FirstPaint.Visit::loaded).toList());
        out.println(String.format(
                Locale.ROOT,
                "  %-12s first paint p50 %,.0f ms, max %,.0f ms; candles and quotes p50 %,.0f ms, max %,.0f ms; %,.0f kB",
                name,
                Percentiles.millis(paints, 50),
                Percentiles.millis(paints, 100),
                Percentiles.millis(loaded, 50),
                Percentiles.millis(loaded, 100),
                visits.stream().mapToLong(FirstPaint.Visit::bytes).average().orElse(0) / 1000));
        return Percentiles.millis(paints, 50);
    }
}
