package io.tidemark.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the machine's Chromium: the one named by the environment variable CHROMIUM, or Debian's. */
public final class Browsers {
    private static final Path USUAL = Path.of("/usr/bin/chromium");

    private Browsers() {}

    /** Begins what browsers are driven by. */
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Starts the browser, without a window. */
    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setTimeout(90_000)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    private static Path chromium() {
        String named = Objects.requireNonNullElse(System.getenv("CHROMIUM"), "");
        Path chromium = named.isBlank() ? USUAL : Path.of(named);
        if (!Files.isExecutable(chromium)) {
            throw new IllegalStateException("The browser tests need Chromium and there is none at " + chromium
                    + ": apt-get install chromium, or set CHROMIUM to its path");
        }
        return chromium;
    }
}
