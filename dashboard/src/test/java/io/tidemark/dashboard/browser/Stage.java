package io.tidemark.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.tidemark.dashboard.serving.EmbeddedServing;
import io.tidemark.dashboard.serving.TestMarket;
import io.tidemark.dashboard.serving.TestSpeed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Database, program and browser, started once for all browser tests, with a market of three symbols and seven days. */
final class Stage implements AutoCloseable {
    /** Opening of the market's newest day. */
    static final Instant TODAY = Instant.parse("2026-11-23T14:30:00Z");

    /** Minutes of the newest day; those before have an hour each. */
    static final int MINUTES = 240;

    final EmbeddedServing serving;
    final DatabaseRelay relay;
    final DashboardProcess dashboard;
    final Browser browser;
    private final Playwright playwright;
    private final TestMarket market;

    private Stage() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PageObject.PATIENCE_MS);
        serving = EmbeddedServing.start();
        market = serving.create("market");
        for (int day = 6; day > 0; day--) {
            publish(TODAY.minus(Duration.ofDays(day)), 60);
        }
        publish(TODAY, MINUTES);
        relay = new DatabaseRelay(serving.port());
        dashboard = DashboardProcess.serve(EmbeddedServing.url("market", relay.port()), EmbeddedServing.PASSWORD);
        playwright = Browsers.driver();
        browser = Browsers.launch(playwright);
    }

    /** Publishes the day that opens then, as it is after so many minutes. */
    void publish(Instant opening, int minutes) {
        List<TestMarket.Minute> day = new ArrayList<>();
        day.addAll(TestMarket.walk("AIG", opening, minutes, 48));
        day.addAll(TestMarket.walk("IBM", opening, minutes, 180));
        day.addAll(TestMarket.walk("SPY", opening, minutes, 166));
        market.publish(day, opening.plus(Duration.ofMinutes(minutes)));
    }

    /** Who writes the market's live rows. */
    TestSpeed speed() {
        return market.speed();
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        dashboard.close();
        relay.close();
        serving.close();
    }

    /** Hands the one stage to every test class that asks for it. */
    static final class Shared implements ParameterResolver {
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Stage.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(HERE).computeIfAbsent(Stage.class, any -> started(), Stage.class);
        }

        private static Stage started() {
            try {
                return new Stage();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
