package io.tidemark.dashboard.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The page in one browser window, with the words of its reader. */
final class PageObject implements AutoCloseable {
    static final double PATIENCE_MS = 30_000;

    private static final String INKED = """
            (chart, [colour, opacity]) => {
              const wanted = colour.match(/\\d+/g).map(Number);
              const near = (data, i) =>
                wanted.every((part, k) => Math.abs(data[i + k] - part) < 12) && data[i + 3] > opacity;
              let inked = 0;
              for (const canvas of chart.shadowRoot.querySelectorAll('canvas')) {
                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 0; i < data.length; i += 4) {
                  inked += near(data, i) ? 1 : 0;
                }
              }
              return inked;
            }""";

    private final BrowserContext context;
    private final String url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    final Page page;

    private PageObject(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        context.setDefaultTimeout(PATIENCE_MS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static PageObject wide(Browser browser, String url) {
        return new PageObject(browser.newContext(options(1440, 860)), url);
    }

    static PageObject narrow(Browser browser, String url) {
        return new PageObject(browser.newContext(options(390, 844).setHasTouch(true)), url);
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setTimezoneId("America/New_York");
    }

    /** Opens a link of any view. */
    void visit(String pathAndQuery) {
        page.navigate(url + "/" + pathAndQuery);
    }

    /** What axe-core finds that is serious or worse. */
    List<String> seriousViolations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }

    /** Opens a link of the market and waits for its first bars. */
    PageObject open(String query) {
        page.navigate(url + "/" + query);
        awaitBars(1);
        return this;
    }

    Locator row(String symbol) {
        return page.locator("vaadin-grid-cell-content")
                .getByText(symbol, new Locator.GetByTextOptions().setExact(true));
    }

    /** A figure in the watchlist. */
    Locator cell(String text) {
        return page.locator("#watchlist tide-quote").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator chart() {
        return page.locator("tide-price-chart");
    }

    /** Symbol and interval of what is drawn. */
    String series() {
        return (String) chart().evaluate("chart => chart.series");
    }

    int barCount() {
        return ((Number) chart().evaluate("chart => chart.barCount")).intValue();
    }

    void awaitBars(int atLeast) {
        page.waitForFunction("least => document.querySelector('tide-price-chart')?.barCount >= least", atLeast);
    }

    void awaitSeries(String series) {
        page.waitForFunction("series => document.querySelector('tide-price-chart')?.series === series", series);
    }

    /** Pixels of the chart's canvases that have about this colour, such as {@code 38,166,154}. */
    int inked(String colour) {
        return inked(colour, 200);
    }

    /** The same with pixels that let others show through, down to an opacity out of 255. */
    int inked(String colour, int opacity) {
        return ((Number) chart().evaluate(INKED, List.of(colour, opacity))).intValue();
    }

    /** A number that the chart says of itself. */
    double figure(String property) {
        return ((Number) chart().evaluate("(chart, property) => chart[property]", property)).doubleValue();
    }

    /** Waits until an expression over the chart, such as {@code chart.barCount > 3}, is true. */
    void awaitChart(String expression) {
        page.waitForFunction("(() => { const chart = document.querySelector('tide-price-chart');" + " return chart && ("
                + expression + "); })()");
    }

    String theme() {
        return (String) page.evaluate("document.documentElement.getAttribute('theme')");
    }

    /** What the browser's console held against the page so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
