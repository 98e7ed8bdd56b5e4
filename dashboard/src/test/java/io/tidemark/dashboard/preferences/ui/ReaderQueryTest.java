package io.tidemark.dashboard.preferences.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderQueryTest {
    private final ReaderQuery query = new ReaderQuery();

    @BeforeEach
    void preferLocal() {
        query.prefer(Preferences.USUAL.withZone(TimeZoneChoice.LOCAL));
    }

    @Test
    void the_address_wins_over_what_the_reader_prefers() {
        query.at(QueryParameters.fromString("symbol=IBM&zone=utc&theme=dark"));

        assertThat(query.zone()).isEqualTo(TimeZoneChoice.UTC);
        assertThat(query.inEffect().getQueryString()).contains("zone=utc");
        assertThat(query.linkedTheme()).isEqualTo("dark");
    }

    @Test
    void where_the_address_says_nothing_or_nonsense_the_preference_counts() {
        assertThat(query.inEffect().getQueryString()).isEqualTo("zone=local");
        query.at(QueryParameters.fromString("zone=mars&theme=pink"));

        assertThat(query.zone()).isEqualTo(TimeZoneChoice.LOCAL);
        assertThat(query.linkedTheme()).isEmpty();
    }

    @Test
    void a_preference_gets_into_no_link_and_what_a_link_said_stays_in_it() {
        assertThat(query.leadingTo(QueryParameters.fromString("symbol=SPY&zone=local&theme=light"))
                        .getQueryString())
                .isEqualTo("symbol=SPY");

        query.at(QueryParameters.fromString("zone=utc"));
        assertThat(query.leadingTo(QueryParameters.fromString("symbol=SPY")).getQueryString())
                .isEqualTo("symbol=SPY&zone=utc");
    }
}
