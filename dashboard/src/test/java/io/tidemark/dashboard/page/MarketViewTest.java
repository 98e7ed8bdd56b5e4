package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.shell.StatusBanner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Watchlist, strip, day and runs of the page. */
class MarketViewTest extends MarketPage {

    @Test
    void choosing_a_row_leads_to_its_link() {
        open(Map.of("interval", "1m"));

        test(grid()).select(1);
        settle();

        assertThat(address().symbol()).isEqualTo("SPY");
        assertThat(address().interval()).isEqualTo(BarInterval.MINUTE);
        assertThat(drawn().key().symbol()).isEqualTo("SPY");
        assertThat(((MarketView) getCurrentView()).getPageTitle()).isEqualTo("SPY · Tidemark");
    }

    @Test
    void the_search_leaves_what_matches() {
        open(Map.of("symbol", "IBM"));

        TextField search = part(TextField.class, "search");
        test(search).setValue("sp");

        assertThat(rows()).containsExactly("SPY");
    }

    @Test
    void rows_are_sorted_by_live_figures_and_move_when_these_do() {
        open(Map.of());
        test(grid()).sortByColumn("change");
        assertThat(rows()).containsExactly("SPY", "IBM");

        serving.quotes("SPY", 166, 170);
        settle();

        assertThat(rows()).containsExactly("IBM", "SPY");
    }

    @Test
    void the_facts_are_those_of_the_serving_layer() {
        open(Map.of());

        assertThat(text("newest-trade")).isEqualTo("23 Nov 2026 14:32");
        assertThat(text("horizon")).isEqualTo("23 Nov 2026 15:29");
        assertThat(text("published")).isEqualTo("15:29:30");
        assertThat(text("symbols")).isEqualTo("2");
        assertThat(text("trades")).isEqualTo("388,417");
        assertThat(text("days")).isEqualTo("in 1 day");
    }

    @Test
    void a_live_price_reaches_the_strip_the_chart_and_the_day_it_is_of() {
        open(Map.of("symbol", "IBM"));

        serving.appends("IBM", BarInterval.MINUTE, 183, BarLayer.SPEED).hears("IBM", 183, NOW);
        settle();

        assertThat(text("newest-trade")).isEqualTo("23 Nov 2026 15:30");
        assertThat(drawn().bars().getLast().layer()).isEqualTo(BarLayer.SPEED);
    }

    @Test
    void a_database_that_goes_away_is_announced_and_the_bars_stay() {
        open(Map.of("symbol", "IBM"));
        assertThat(find(StatusBanner.class).all()).isEmpty();

        serving.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        settle();

        assertThat(find(StatusBanner.class).single().getElement().getTextRecursively())
                .contains("The database cannot be reached.")
                .contains("Connection refused");
        assertThat(drawn().bars()).hasSize(2);

        serving.recovers();
        settle();
        assertThat(find(StatusBanner.class).all()).isEmpty();
    }

    @Test
    void the_day_of_the_symbol_is_told_in_figures() {
        open(Map.of("symbol", "IBM"));

        assertThat(find(DayPanel.class).single().getElement().getTextRecursively())
                .contains("Day 23 Nov 2026 (UTC)", "181.00", "181.20", "Eligible for price");
    }

    @Test
    void runs_are_told_with_what_they_read_and_why_they_failed() {
        Instant start = NOW.minusSeconds(60);
        LocalDate date = LocalDate.of(2026, 11, 23);
        serving.runs(
                new BatchRun(2, date, BatchRun.State.FAILED, start, NOW, null, null, null, null, "a checksum differs"),
                new BatchRun(1, date, BatchRun.State.PUBLISHED, start, NOW, 100L, 97L, 3L, 40L, null));

        open(Map.of());

        assertThat(find(RunsPanel.class).single().getElement().getTextRecursively())
                .contains("a checksum differs")
                .contains("100 rows = 97 counted + 3 kept out, 40 bars in 60.0 s");
    }
}
