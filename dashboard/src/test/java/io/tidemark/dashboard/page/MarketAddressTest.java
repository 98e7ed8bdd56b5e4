package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketAddressTest {

    private static MarketAddress of(String query) {
        return MarketAddress.of(QueryParameters.fromString(query));
    }

    @Test
    void a_link_says_what_is_shown() {
        ChartChoice chart = new ChartChoice(
                Set.of(ChartStudy.RSI, ChartStudy.EMA), ChartKind.LINE, ChartRange.WEEK, List.of("SPY", "AIG"));
        assertThat(of("symbol=IBM&interval=5m&studies=rsi,ema&chart=line&range=5d&compare=spy,%20AIG&zone=local"
                        + "&theme=light"))
                .isEqualTo(new MarketAddress(
                        "IBM", BarInterval.FIVE_MINUTES, chart, TimeZoneChoice.LOCAL, "light", NewsChoice.USUAL));
    }

    @Test
    void what_is_left_out_is_usual() {
        assertThat(of(""))
                .isEqualTo(new MarketAddress(
                        "", BarInterval.MINUTE, ChartChoice.USUAL, TimeZoneChoice.UTC, "", NewsChoice.USUAL));
    }

    @Test
    void what_cannot_be_read_counts_as_left_out() {
        assertThat(
                        of(
                                "interval=7m&zone=mars&theme=pink&studies=tea,leaves&chart=pie&range=9d&compare=,&news=some&relevance=so-so"))
                .isEqualTo(of(""));
    }

    @Test
    void symbols_are_upper_case() {
        assertThat(of("symbol=%20ibm%20").symbol()).isEqualTo("IBM");
    }

    @Test
    void an_address_survives_the_way_through_a_link() {
        MarketAddress address = new MarketAddress(
                "IC MARKETS:1",
                BarInterval.DAY,
                new ChartChoice(Set.of(), ChartKind.CANDLES, ChartRange.ALL, List.of("BINANCE:BTCUSDT")),
                TimeZoneChoice.LOCAL,
                "dark",
                new NewsChoice(true, true));

        assertThat(of(address.toQuery().getQueryString())).isEqualTo(address);
    }

    @Test
    void links_stay_short() {
        assertThat(of("symbol=IBM&zone=utc&studies=sma&chart=candles").toQuery().getParameters())
                .containsOnlyKeys("symbol", "interval");
    }

    @Test
    void a_span_brings_bars_that_show_it_well_and_other_bars_end_it() {
        MarketAddress year = of("symbol=IBM").with(ChartChoice.USUAL.with(ChartRange.YEAR));
        assertThat(year.interval()).isEqualTo(BarInterval.DAY);

        MarketAddress hours = year.withInterval(BarInterval.HOUR);
        assertThat(hours.chart().range()).isEqualTo(ChartRange.USUAL);
        assertThat(year.with(year.chart().toggled(ChartStudy.RSI)).interval()).isEqualTo(BarInterval.DAY);
    }

    @Test
    void one_more_than_can_be_compared_takes_the_place_of_the_first() {
        ChartChoice chart = of("compare=A,B,C,D,E").chart();
        assertThat(chart.compared()).containsExactly("A", "B", "C", "D");

        assertThat(chart.comparedWith("F").compared()).containsExactly("B", "C", "D", "F");
        assertThat(chart.comparedWith("A").compared()).containsExactly("B", "C", "D", "A");
        assertThat(chart.without("B").compared()).containsExactly("A", "C", "D");
    }
}
