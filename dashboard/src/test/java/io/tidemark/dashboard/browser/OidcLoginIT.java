package io.tidemark.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.serving.EmbeddedServing;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packaged program with a provider that says who readers are. */
@ExtendWith(Stage.Shared.class)
class OidcLoginIT {
    private final Stage stage;

    OidcLoginIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_reader_whom_the_provider_knows_gets_to_the_page_and_out_again() throws Exception {
        try (FakeProvider provider = new FakeProvider();
                DashboardProcess dashboard = DashboardProcess.serve(
                        EmbeddedServing.url("market", stage.serving.port()),
                        EmbeddedServing.PASSWORD,
                        List.of(
                                "--login.mode=oidc",
                                "--oidc.issuer=" + provider.issuer(),
                                "--oidc.client-id=" + FakeProvider.CLIENT,
                                "--oidc.client-secret=hush"));
                PageObject reader = PageObject.wide(stage.browser, dashboard.url())) {
            reader.visit("news?symbol=IBM");
            assertThat(reader.page.locator("#login-username")).hasCount(0);

            reader.page.locator("#login-provider").click();

            assertThat(reader.page.locator("#leave")).hasAttribute("aria-label", "Sign out ada");
            assertThat(reader.page).hasURL(Pattern.compile(".*/news\\?.*symbol=IBM.*"));

            reader.page.locator("#zone").click();
            reader.page.locator("#open-settings").click();
            assertThat(reader.page.locator("#settings-state")).containsText("Saved under your name");
            assertThat(readers()).anyMatch(kept -> kept.startsWith(provider.issuer() + " "));
            reader.page.locator("#settings-close").click();

            reader.page.locator("#leave").click();

            assertThat(reader.page.locator("#login-provider")).isVisible();
            reader.visit("");
            assertThat(reader.page.locator("#login-provider")).isVisible();
            assertThat(reader.complaints()).isEmpty();
        }
    }

    /** By whom settings are kept: subjects of a provider, and not names that it may give to others. */
    private List<String> readers() {
        return JdbcClient.create(stage.serving.owner("market"))
                .sql("SELECT reader FROM dashboard.reader_settings")
                .query(String.class)
                .list();
    }
}
