package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import org.junit.jupiter.api.Test;

class MarketAddressTest {

    private static MarketAddress of(String query) {
        return MarketAddress.of(QueryParameters.fromString(query));
    }

    @Test
    void a_link_says_what_is_shown() {
        assertThat(of("symbol=IBM&interval=5m&average=off&zone=local&theme=light"))
                .isEqualTo(new MarketAddress(
                        "IBM", BarInterval.FIVE_MINUTES, false, TimeZoneChoice.LOCAL, "light", NewsChoice.USUAL));
    }

    @Test
    void what_is_left_out_is_usual() {
        assertThat(of(""))
                .isEqualTo(new MarketAddress("", BarInterval.MINUTE, true, TimeZoneChoice.UTC, "", NewsChoice.USUAL));
    }

    @Test
    void what_cannot_be_read_counts_as_left_out() {
        assertThat(of("interval=7m&zone=mars&theme=pink&average=maybe&news=some&relevance=so-so"))
                .isEqualTo(of(""));
    }

    @Test
    void symbols_are_upper_case() {
        assertThat(of("symbol=%20ibm%20").symbol()).isEqualTo("IBM");
    }

    @Test
    void an_address_survives_the_way_through_a_link() {
        MarketAddress address = new MarketAddress(
                "IC MARKETS:1", BarInterval.DAY, false, TimeZoneChoice.LOCAL, "dark", new NewsChoice(true, true));

        assertThat(of(address.toQuery().getQueryString())).isEqualTo(address);
    }

    @Test
    void links_stay_short() {
        assertThat(of("symbol=IBM&zone=utc&average=on").toQuery().getParameters())
                .containsOnlyKeys("symbol", "interval");
    }
}
