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
import java.util.Optional;
import java.util.concurrent.ExecutionException;

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
            ask(charts, "nothing in memory", 1, Optional.empty());
            double warm = ask(charts, "warm", 2, Optional.empty());
            bounds.atMost("p95 of chart queries", warm, MOST_CHART_MS);
            serve(charts);
        }
    }

    private double ask(ChartQueries charts, String round, long seed, Optional<ProcessHandle> dashboard)
            throws IOException {
        Effort effort = new Effort(dashboard, database.server());
        List<ChartQueries.Answer> answers = charts.ask(ChartQueries.all(symbols, seed));
        double p95 = new ChartReport(out).print(round, answers);
        out.println("  " + effort.describe());
        return p95;
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
            visit(paint, "no sessions", dashboard);
            Footprint without = footprint("no sessions", dashboard);
            try (Crowd crowd = new Crowd()) {
                crowd.open(dashboard.url(), plan.sessions(), log);
                out.println(String.format(
                        Locale.ROOT,
                        "%d sessions open, push compressed in %d; from asking for the page to its content: %s",
                        plan.sessions(),
                        crowd.compressed(),
                        Percentiles.describe(Percentiles.of(crowd.openings()))));
                // The first seconds are those of compilers and of prices from before.
                Thread.sleep(SETTLE);
                measure(dashboard, crowd, ticking, log);
                Footprint with = footprint("with the sessions", dashboard);
                out.println("each session: " + with.each(without, plan.sessions()));
                ask(charts, "with the sessions", 3, Optional.of(dashboard.handle()));
                double cold = visit(paint, "with the sessions", dashboard);
                bounds.atMost("median first paint, empty cache, with the sessions", cold, MOST_PAINT_MS);
                crowd.check();
                ticking.check();
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

    private void measure(DashboardProcess dashboard, Crowd crowd, Ticking ticking, PriceLog log)
            throws IOException, InterruptedException {
        crowd.reset();
        int written = log.written();
        Looks looks = Looks.of(dashboard.url());
        Effort effort = new Effort(Optional.of(dashboard.handle()), database.server());
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(plan.seconds()).toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MS);
            ticking.check();
            crowd.check();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "%d sessions for %.0f s, %.2f updates/s of %d symbols:",
                plan.sessions(),
                seconds,
                (log.written() - written) / seconds,
                plan.symbols()));
        out.println("  commit to session: " + Percentiles.describe(crowd.delays()));
        out.println("  a session a second: " + crowd.describe());
        out.println("  dashboard: " + Looks.of(dashboard.url()).since(looks, seconds));
        out.println("  " + effort.describe());
        if (crowd.missing() > 0) {
            bounds.broken(crowd.missing() + " messages never came");
        }
    }

    private Footprint footprint(String when, DashboardProcess dashboard) throws IOException, InterruptedException {
        Footprint footprint = Footprint.of(dashboard.handle());
        out.println("dashboard, " + when + ": " + footprint);
        return footprint;
    }

    private double visit(FirstPaint paint, String when, DashboardProcess dashboard) throws IOException {
        Effort effort = new Effort(Optional.of(dashboard.handle()), database.server());
        double median = new PaintReport(out).print(when, paint.visit(symbols, plan.paints()));
        out.println("  " + effort.describe());
        return median;
    }
}
