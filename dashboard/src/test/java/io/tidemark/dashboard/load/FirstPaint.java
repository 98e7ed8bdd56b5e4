package io.tidemark.dashboard.load;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon Chromium shows the page: with an empty cache, and again when it has everything but the data. */
final class FirstPaint {
    private static final double PATIENCE_MS = 60_000;

    /** Notes when the candles and the quotes are there, by the clock that paints are measured by. */
    private static final String WATCH = """
            (() => {
              const look = () => {
                const chart = document.querySelector('tide-price-chart');
                const quote = document.querySelector('#watchlist tide-quote');
                const shown = quote && (quote.shadowRoot ?? quote).textContent.match(/\\d/);
                if (chart?.barCount > 0 && shown) {
                  window.loadedAt = performance.now();
                } else {
                  requestAnimationFrame(look);
                }
              };
              requestAnimationFrame(look);
            })();""";

    /** A paint is told of a little after it was seen. */
    private static final String SHOWN =
            "window.loadedAt > 0 && performance.getEntriesByName('first-contentful-paint').length > 0";

    private static final String TIMES = """
            () => ({
              paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
              loaded: window.loadedAt,
              bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.transferSize,
                performance.getEntriesByType('navigation')[0].transferSize)
            })""";

    /** One visit: to the first content, to candles and quotes, and what came over the network. */
    record Visit(Duration paint, Duration loaded, long bytes) {}

    /** Visits with an empty cache, and visits after them. */
    record Visits(List<Visit> cold, List<Visit> warm) {}

    private final Browser browser;
    private final String url;

    FirstPaint(Browser browser, String url) {
        this.browser = browser;
        this.url = url;
    }

    /** Visits a page so many times, each time in a new browser profile and then again in the same. */
    Visits visit(List<String> symbols, int rounds) {
        List<Visit> cold = new ArrayList<>();
        List<Visit> warm = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            String address = url + "/?interval=1m&symbol=" + symbols.get(round % symbols.size());
            try (BrowserContext profile =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 860))) {
                profile.setDefaultTimeout(PATIENCE_MS);
                profile.addInitScript(WATCH);
                cold.add(one(profile, address));
                warm.add(one(profile, address));
            }
        }
        return new Visits(cold, warm);
    }

    private static Visit one(BrowserContext profile, String address) {
        try (Page page = profile.newPage()) {
            page.navigate(address);
            page.waitForFunction(SHOWN);
            Map<?, ?> times = (Map<?, ?>) page.evaluate(TIMES);
            return new Visit(
                    millis(number(times, "paint")),
                    millis(number(times, "loaded")),
                    Math.round(number(times, "bytes")));
        }
    }

    private static double number(Map<?, ?> times, String name) {
        if (times.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("Chromium does not tell " + name + ": " + times);
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
