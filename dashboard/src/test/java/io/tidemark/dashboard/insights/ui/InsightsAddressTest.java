package io.tidemark.dashboard.insights.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InsightsAddressTest {

    @Test
    void a_link_says_everything_that_is_chosen() {
        Map<String, String> query = Map.of(
                "date",
                "2026-11-23",
                "symbol",
                "IBM",
                "movers",
                "losers",
                "tables",
                "heatmap,returns",
                "zone",
                "local",
                "theme",
                "light");

        InsightsAddress address = InsightsAddress.of(QueryParameters.simple(query));

        assertThat(address.date()).contains(LocalDate.of(2026, 11, 23));
        assertThat(address.symbol()).isEqualTo("IBM");
        assertThat(address.movers()).isEqualTo("losers");
        assertThat(address.tables()).isEqualTo(Set.of("heatmap", "returns"));
        assertThat(address.reader().zone()).isEqualTo(TimeZoneChoice.LOCAL);
        assertThat(address.toQuery().getParameters())
                .isEqualTo(QueryParameters.simple(query).getParameters());
    }

    @Test
    void what_is_usual_is_left_out_and_what_cannot_be_read_is_usual() {
        InsightsAddress usual = InsightsAddress.of(QueryParameters.empty());

        assertThat(usual.toQuery().getParameters()).isEmpty();
        assertThat(InsightsAddress.of(QueryParameters.simple(
                        Map.of("date", "yesterday", "movers", "shakers", "tables", "x,,", "theme", "pink"))))
                .isEqualTo(usual);
    }

    @Test
    void tables_are_wanted_one_by_one() {
        InsightsAddress both = InsightsAddress.of(QueryParameters.empty())
                .withTable("returns", true)
                .withTable("heatmap", true);

        assertThat(both.tables()).containsExactlyInAnyOrder("heatmap", "returns");
        assertThat(both.withTable("returns", false).tables()).containsExactly("heatmap");
    }
}
