package io.tidemark.quickstart.check;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.tidemark.quickstart.process.PartFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Opens the dashboard in a headless Chromium and waits until its chart has drawn bars and its news are there. */
final class PageCheck {
    /** Bars that the chart component says it holds. */
    private static final String BARS = "(document.querySelector('tide-price-chart') || {}).barCount || 0";

    /** Rows of the watchlist. */
    private static final String ROWS = "document.querySelectorAll('vaadin-grid tide-spark-line').length";

    /** News stories whose text is there. */
    private static final String NEWS = "[...document.querySelectorAll('tide-news-item')]"
            + ".filter(item => (item.shadowRoot || item).textContent.trim().length > 0).length";

    private final Path chromium;
    private final Duration patience;

    PageCheck(Path chromium, Duration patience) {
        this.chromium = chromium;
        this.patience = patience;
    }

    /**
     * What the page showed.
     *
     * @param title of the page
     * @param bars candles on the chart
     * @param rows watchlist rows with a price
     * @param news stories
     */
    record Seen(String title, int bars, int rows, int news) {}

    Seen look(String url, Path screenshot) throws PartFailed {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            try {
                page.navigate(url);
                page.waitForFunction(
                        BARS + " > 0 && " + ROWS + " > 0 && " + NEWS + " > 0",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout((double) patience.toMillis()));
                return new Seen(page.title(), number(page, BARS), number(page, ROWS), number(page, NEWS));
            } finally {
                page.screenshot(new Page.ScreenshotOptions().setPath(screenshot));
            }
        } catch (PlaywrightException e) {
            throw new PartFailed("The page showed no chart (see " + screenshot + "): " + e.getMessage());
        }
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }
}
