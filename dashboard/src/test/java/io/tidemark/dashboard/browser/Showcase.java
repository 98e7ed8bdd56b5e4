package io.tidemark.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.tidemark.dashboard.serving.EmbeddedServing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Takes pictures of the page over a made-up day that goes on while they are taken: to look at, not to assert on. Run by
 * hand: {@code bin/showcase FOLDER}.
 */
final class Showcase {
    private record Shot(String name, int width, int height, String path, boolean wholePage) {}

    private static final List<Shot> SHOTS = List.of(
            new Shot("market-dark", 1600, 900, "/?symbol=NVDA&interval=1m&theme=dark", false),
            new Shot("market-light", 1600, 900, "/?symbol=NVDA&interval=1m&theme=light", false),
            new Shot("market-5m-dark", 1600, 900, "/?symbol=AAPL&interval=5m&theme=dark", false),
            new Shot(
                    "studies-dark",
                    1600,
                    900,
                    "/?symbol=NVDA&interval=1m&studies=ema,vwap,bollinger,rsi,macd&theme=dark",
                    false),
            new Shot(
                    "compare-light",
                    1600,
                    900,
                    "/?symbol=NVDA&interval=5m&compare=AAPL,MSFT&chart=line&theme=light",
                    false),
            new Shot("laptop-dark", 1366, 768, "/?symbol=NVDA&interval=1m&theme=dark", false),
            new Shot("tablet-light", 1024, 1366, "/?symbol=NVDA&interval=1m&theme=light", true),
            new Shot("mobile-dark", 390, 844, "/?symbol=NVDA&interval=1m&theme=dark", false),
            new Shot("mobile-whole-light", 390, 844, "/?symbol=NVDA&interval=1m&theme=light", true),
            new Shot("news-dark", 1600, 900, "/news?theme=dark", false),
            new Shot("news-light", 1600, 900, "/news?theme=light", false),
            new Shot("news-mobile-dark", 390, 844, "/news?theme=dark", true),
            new Shot("insights-dark", 1600, 1690, "/insights?symbol=NVDA&theme=dark", true),
            new Shot("insights-light", 1600, 1690, "/insights?symbol=NVDA&theme=light", true),
            new Shot("insights-mobile-dark", 390, 844, "/insights?symbol=NVDA&theme=dark", true),
            new Shot("pipeline-dark", 1600, 1960, "/pipeline?theme=dark", true),
            new Shot("pipeline-light", 1600, 1960, "/pipeline?theme=light", true),
            new Shot("pipeline-mobile-dark", 390, 844, "/pipeline?theme=dark", true));

    /** What is seen before somebody has signed in. */
    private static final List<Shot> OUTSIDE = List.of(
            new Shot("login-dark", 1200, 720, "/login?theme=dark", false),
            new Shot("login-light", 1200, 720, "/login?theme=light", false),
            new Shot("login-wrong-mobile-dark", 390, 844, "/login?error&theme=dark", false));

    /** Each view has one of these, and the panels are there long before what is in them. */
    private static final String SHOWN = "document.querySelector('tide-price-chart')?.barCount > 0"
            + " || document.querySelector('tide-figure')?.pointCount > 0"
            + " || document.querySelector('.hop tide-age')?.since > 0"
            + " || document.querySelector('#login-submit')";

    private static final double A_FEW_TICKS_MS = 3000;

    private Showcase() {}

    /** Takes the pictures into the folder named first, only those whose name contains the second argument. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String wanted = arguments.length > 1 ? arguments[1] : "";
        try (EmbeddedServing serving = EmbeddedServing.start();
                Playwright playwright = Browsers.driver();
                Browser browser = Browsers.launch(playwright);
                ShowcaseConsumer consumer = ShowcaseConsumer.start();
                var goesOn = Executors.newSingleThreadScheduledExecutor()) {
            ShowcaseMarket market =
                    new ShowcaseMarket(serving.owner("showcase"), serving.create("showcase"), Clock.systemUTC());
            market.fill();
            var trading = goesOn.scheduleWithFixedDelay(market::trade, 0, 400, TimeUnit.MILLISECONDS);
            String database = EmbeddedServing.url("showcase", serving.port());
            try {
                take(
                        browser,
                        wanted(SHOTS, wanted),
                        folder,
                        database,
                        "--login.mode=open",
                        "--landing.metrics=" + consumer.metrics());
                take(
                        browser,
                        wanted(OUTSIDE, wanted),
                        folder,
                        database,
                        "--login.users=ada=" + DashboardProcess.hash("anything"));
            } finally {
                trading.cancel(true);
            }
        }
    }

    private static List<Shot> wanted(List<Shot> shots, String partOfName) {
        return shots.stream().filter(shot -> shot.name().contains(partOfName)).toList();
    }

    private static void take(Browser browser, List<Shot> shots, Path folder, String database, String... settings)
            throws IOException {
        if (shots.isEmpty()) {
            return;
        }
        try (DashboardProcess dashboard =
                DashboardProcess.serve(database, EmbeddedServing.PASSWORD, List.of(settings))) {
            for (Shot shot : shots) {
                take(browser, dashboard.url(), shot, folder);
            }
        }
    }

    private static void take(Browser browser, String url, Shot shot, Path folder) {
        try (var context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(shot.width(), shot.height()))) {
            Page page = context.newPage();
            page.navigate(url + shot.path());
            page.waitForFunction(SHOWN);
            // So that prices are seen in motion.
            page.waitForTimeout(A_FEW_TICKS_MS);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(shot.name() + ".png"))
                    .setFullPage(shot.wholePage()));
        }
    }
}
