package io.tidemark.dashboard.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Preferences ADAS = Preferences.USUAL.withTheme(Theme.LIGHT);

    private final FakePreferences store = new FakePreferences().holds("ada", ADAS);
    private final Readers readers = store.readers();

    private static void awaitState(ReaderPreferences reader, Kept.State state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reader.current().state()).isEqualTo(state));
    }

    @Test
    void what_is_kept_counts_once_it_is_read_and_pages_are_told() {
        ReaderPreferences ada = readers.named("ada");
        List<Kept> told = new CopyOnWriteArrayList<>();
        ada.subscribe(told::add);

        awaitState(ada, Kept.State.KEPT);
        assertThat(ada.current().preferences()).isEqualTo(ADAS);
        assertThat(readers.named("bob").current().preferences()).isEqualTo(Preferences.USUAL);
    }

    @Test
    void a_change_counts_at_once_for_all_pages_of_the_reader_and_is_kept() {
        ReaderPreferences one = readers.named("ada");
        ReaderPreferences other = readers.named("ada");
        ReaderPreferences bob = readers.named("bob");
        awaitState(one, Kept.State.KEPT);
        List<Kept> told = new CopyOnWriteArrayList<>();
        other.subscribe(told::add);

        one.change(before -> before.withZone(TimeZoneChoice.LOCAL));

        assertThat(other.current().preferences()).isEqualTo(ADAS.withZone(TimeZoneChoice.LOCAL));
        assertThat(told).isNotEmpty();
        awaitState(one, Kept.State.KEPT);
        assertThat(store.of("ada")).hasValue(ADAS.withZone(TimeZoneChoice.LOCAL));
        assertThat(bob.current().preferences()).isEqualTo(Preferences.USUAL);
        assertThat(store.of("bob")).isEmpty();
    }

    @Test
    void a_change_before_anything_is_read_is_made_to_what_was_kept() {
        store.goesAway();
        ReaderPreferences ada = readers.named("ada");
        ada.change(before -> before.withZone(TimeZoneChoice.LOCAL));
        ada.change(before -> before.withDensity(Density.COMPACT));
        awaitState(ada, Kept.State.UNREAD);
        assertThat(ada.current().preferences().zone()).isEqualTo(TimeZoneChoice.LOCAL);

        store.comesBack();
        ada.change(before -> before);

        awaitState(ada, Kept.State.KEPT);
        assertThat(store.of("ada")).hasValue(ADAS.withZone(TimeZoneChoice.LOCAL).withDensity(Density.COMPACT));
    }

    @Test
    void what_cannot_be_kept_counts_all_the_same_and_is_kept_by_itself_later() {
        ReaderPreferences ada = readers.named("ada");
        awaitState(ada, Kept.State.KEPT);
        store.goesAway();

        ada.change(before -> before.withDensity(Density.COMPACT));

        awaitState(ada, Kept.State.UNSAVED);
        assertThat(readers.named("ada").current().preferences().density()).isEqualTo(Density.COMPACT);
        store.comesBack();
        awaitState(ada, Kept.State.KEPT);
        assertThat(store.of("ada")).hasValue(ADAS.withDensity(Density.COMPACT));
    }

    @Test
    void a_page_that_opens_reads_what_another_program_wrote() {
        ReaderPreferences ada = readers.named("ada");
        awaitState(ada, Kept.State.KEPT);
        store.holds("ada", Preferences.USUAL.withTheme(Theme.DARK));

        readers.named("ada");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ada.current().preferences().theme()).isEqualTo(Theme.DARK));
    }

    @Test
    void an_open_page_reads_by_itself_what_could_not_be_read() {
        store.goesAway();
        ReaderPreferences ada = readers.named("ada");
        ada.subscribe(kept -> {});
        awaitState(ada, Kept.State.UNREAD);

        store.comesBack();

        awaitState(ada, Kept.State.KEPT);
        assertThat(ada.current().preferences()).isEqualTo(ADAS);
    }
}
