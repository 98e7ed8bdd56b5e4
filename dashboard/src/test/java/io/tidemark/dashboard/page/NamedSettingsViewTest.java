package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.preferences.FakePreferences;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Readers;
import io.tidemark.dashboard.shell.Account;
import io.tidemark.dashboard.widget.SwitchedPush;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import io.tidemark.dashboard.widget.Toasts;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Settings of a reader who has signed in, on the view of the market. */
@ViewPackages(classes = MarketView.class)
@ContextConfiguration(classes = {FakeMarket.class, NamedSettingsViewTest.Ada.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class NamedSettingsViewTest extends SpringBrowserlessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private FakePreferences store;

    @Autowired
    private Readers readers;

    @Autowired
    private MarketFeed feed;

    /** Whoever reads is ada. */
    @Configuration
    static class Ada {
        @Bean
        Account account() {
            return new Account() {
                @Override
                public Optional<String> id() {
                    return Optional.of("ada's id");
                }

                @Override
                public Optional<String> name() {
                    return Optional.of("ada");
                }

                @Override
                public void leave() {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @BeforeEach
    void connect() {
        UI.getCurrent().getInternals().setPushConnection(new SwitchedPush());
        feed.poll();
    }

    private void open() {
        UI.getCurrent().navigate(MarketView.class);
        roundTrip();
    }

    private void click(String id) {
        test(find(Button.class).withId(id).single()).click();
        roundTrip();
    }

    private String zone() {
        return find(Button.class).withId("zone").single().getText();
    }

    private void awaitPage(ThrowingRunnable state) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            roundTrip();
            state.run();
        });
    }

    @Test
    void what_is_kept_counts_as_soon_as_it_is_read() {
        open();
        store.holds("ada's id", Preferences.USUAL.withZone(TimeZoneChoice.LOCAL));
        awaitPage(() -> assertThat(zone()).isEqualTo("UTC"));

        // As another page does that opens.
        readers.named("ada's id");

        awaitPage(() -> assertThat(zone()).isEqualTo("Local"));
    }

    @Test
    void what_is_set_on_another_page_of_the_reader_counts_here_and_a_strangers_does_not() {
        open();
        readers.named("bob").change(before -> before.withZone(TimeZoneChoice.LOCAL));
        awaitPage(() -> assertThat(store.of("bob")).isPresent());
        assertThat(zone()).isEqualTo("UTC");

        readers.named("ada's id").change(before -> before.withZone(TimeZoneChoice.LOCAL));

        awaitPage(() -> assertThat(zone()).isEqualTo("Local"));
    }

    @Test
    void what_cannot_be_saved_counts_and_the_reader_is_told_until_it_is() {
        open();
        click("open-settings");
        awaitPage(() -> assertThat(state()).isEqualTo("Saved under your name, for every device."));
        click("settings-close");
        store.goesAway();

        click("zone");

        assertThat(zone()).isEqualTo("Local");
        awaitPage(() -> assertThat(find(Toasts.class).single().shown()).isEqualTo(1));
        click("open-settings");
        assertThat(state()).startsWith("Your settings could not be saved");
        store.comesBack();
        awaitPage(() -> assertThat(state()).startsWith("Saved"));
        assertThat(store.of("ada's id")).hasValue(Preferences.USUAL.withZone(TimeZoneChoice.LOCAL));
    }

    private String state() {
        return find(Paragraph.class).withId("settings-state").single().getText();
    }
}
