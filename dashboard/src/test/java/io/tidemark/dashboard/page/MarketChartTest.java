package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.news.ui.StoryList;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.ModalDialog;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The chart of the page and what a reader chooses of it. */
class MarketChartTest extends MarketPage {

    @Test
    void without_a_symbol_in_the_link_the_first_of_the_watchlist_is_shown() {
        open(Map.of());

        assertThat(part(H2.class, "symbol").getText()).isEqualTo("IBM");
        assertThat(drawn().key()).isEqualTo(new SeriesKey("IBM", BarInterval.MINUTE));
        assertThat(grid().getSelectedItems()).containsExactly("IBM");
    }

    @Test
    void a_link_opens_its_symbol_and_interval() {
        open(Map.of("symbol", "ibm", "interval", "5m"));

        assertThat(drawn().key()).isEqualTo(new SeriesKey("IBM", BarInterval.FIVE_MINUTES));
        assertThat(part(Button.class, "interval-5m").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void choosing_an_interval_leads_to_its_link() {
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "interval-1d")).click();
        settle();

        assertThat(address().symbol()).isEqualTo("IBM");
        assertThat(address().interval()).isEqualTo(BarInterval.DAY);
        assertThat(drawn().key().interval()).isEqualTo(BarInterval.DAY);
    }

    @Test
    void what_is_chosen_of_the_chart_is_part_of_the_link_and_told_to_the_chart() {
        open(Map.of("symbol", "IBM", "zone", "local"));
        assertThat(chartProperty("studies")).isEqualTo("sma");

        test(part(Button.class, "study-rsi")).click();
        test(part(Button.class, "study-sma")).click();
        test(part(Button.class, "kind-line")).click();
        settle();

        ChartChoice chosen = new ChartChoice(Set.of(ChartStudy.RSI), ChartKind.LINE, ChartRange.USUAL, List.of());
        assertThat(address())
                .isEqualTo(new MarketAddress(
                        "IBM", BarInterval.MINUTE, chosen, TimeZoneChoice.LOCAL, "", NewsChoice.USUAL));
        assertThat(chartProperty("studies")).isEqualTo("rsi");
        assertThat(chartProperty("kind")).isEqualTo("line");
        assertThat(part(Button.class, "study-rsi").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(part(Button.class, "zone").getText()).isEqualTo("Local");
    }

    @Test
    void a_span_is_shown_with_bars_that_suit_it_until_it_is_let_go() {
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "range-1y")).click();
        settle();
        assertThat(drawn().key().interval()).isEqualTo(BarInterval.DAY);
        assertThat(chartProperty("range")).isEqualTo("31536000");

        test(part(Button.class, "range-1y")).click();
        settle();
        assertThat(chartProperty("range")).isEqualTo("0");
        assertThat(address().interval()).isEqualTo(BarInterval.DAY);
    }

    @Test
    void another_symbol_is_watched_and_drawn_beside_until_it_is_taken_away() {
        open(Map.of("symbol", "IBM"));

        part(Choice.class, "compare").choose("SPY");
        settle();
        assertThat(address().chart().compared()).containsExactly("SPY");
        assertThat(feed.current().series()).containsKey(new SeriesKey("SPY", BarInterval.MINUTE));
        assertThat(compared()).extracting(BarSeries::key).containsExactly(new SeriesKey("SPY", BarInterval.MINUTE));

        serving.appends("SPY", BarInterval.MINUTE, 167, BarLayer.SPEED);
        settle();
        assertThat(compared().getFirst().bars()).hasSize(3);

        test(part(Button.class, "compared-SPY")).click();
        settle();
        assertThat(compared()).isEmpty();
        assertThat(feed.current().series()).doesNotContainKey(new SeriesKey("SPY", BarInterval.MINUTE));
    }

    private List<BarSeries> compared() {
        return find(PriceChart.class).single().compared();
    }

    @Test
    void bars_are_marked_with_the_stories_about_their_symbol_and_lead_to_them() {
        news.tells("about IBM", "IBM", 0.8, -0.3)
                .tells("mentions IBM", "IBM", 0.2, 0)
                .tells("of SPY", "SPY", 0.8, 0);
        open(Map.of("symbol", "IBM"));
        double published = FakeServing.START.getEpochSecond();
        assertThat(chartProperty("stories")).isEqualTo("[[" + published + ",-0.3]]");

        PriceChart chart = find(PriceChart.class).single();
        ComponentUtil.fireEvent(chart, new PriceChart.StoriesWanted(chart, true, published, published));

        StoryList list = find(
                        StoryList.class, find(ModalDialog.class).withId("story").single())
                .single();
        assertThat(list.shown()).extracting(NewsItem::headline).containsExactly("about IBM");
    }

    @Test
    void new_bars_reach_the_chart_as_they_come() {
        open(Map.of("symbol", "IBM"));

        serving.appends("IBM", BarInterval.MINUTE, 182, BarLayer.SPEED);
        settle();

        assertThat(drawn().bars()).hasSize(3);
    }

    @Test
    void the_chart_is_told_of_the_boundary_and_it_moves_with_the_next_publication() {
        open(Map.of("symbol", "IBM"));
        assertThat(chartProperty("coveredUntil")).isEqualTo("1795447740");

        serving.publishes(NOW, Instant.parse("2026-11-23T15:30:00Z"), 388_500);
        settle();

        assertThat(chartProperty("coveredUntil")).isEqualTo("1795447800");
    }

    @Test
    void the_chart_is_told_of_silences_that_concern_its_symbol() {
        open(Map.of("symbol", "IBM"));

        serving.misses("IBM", NOW.minusSeconds(90), NOW.minusSeconds(30), "silent for \"60\" s")
                .misses("SPY", NOW.minusSeconds(20), NOW.minusSeconds(10), "connection closed");
        settle();

        assertThat(chartProperty("gaps"))
                .isEqualTo("[{\"from\":1.79544771E9,\"to\":1.79544777E9,\"reason\":\"silent for \\\"60\\\" s\"}]");
    }

    @Test
    void a_page_whose_browser_is_away_is_left_alone_and_catches_up() {
        open(Map.of("symbol", "IBM"));

        push.cut();
        serving.appends("IBM", BarInterval.MINUTE, 182, BarLayer.SPEED);
        settle();
        assertThat(drawn().bars()).hasSize(2);

        push.restore();
        settle();
        assertThat(drawn().bars()).hasSize(3);
    }

    @Test
    void an_unknown_symbol_is_said_to_be_unknown() {
        open(Map.of("symbol", "NOPE"));

        assertThat(part(com.vaadin.flow.component.html.Div.class, "chart-message")
                        .getElement()
                        .getTextRecursively())
                .contains("NOPE is not known here");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    @Test
    void a_page_that_is_left_watches_no_series() {
        open(Map.of("symbol", "IBM"));

        getCurrentView().getElement().removeFromParent();
        feed.poll();

        assertThat(feed.current().series()).isEmpty();
    }
}
