package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.market.Quote;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PriceTextTest {

    private static int decimals(Double... closes) {
        return PriceText.decimals(new Quote("X", 1.0, null, null, null, 0, Arrays.asList(closes), null));
    }

    @Test
    void stocks_have_cents_even_where_a_print_is_finer() {
        assertThat(decimals(181.0, 181.5, 181.52, 181.5213)).isEqualTo(2);
    }

    @Test
    void currencies_have_as_many_decimals_as_most_prices_need() {
        assertThat(decimals(1.08123, 1.0812, 1.08131, 1.08144)).isEqualTo(5);
    }

    @Test
    void decimals_have_an_end() {
        assertThat(decimals(0.123456789, 0.987654321)).isEqualTo(6);
    }

    @Test
    void without_prices_two_decimals_do() {
        assertThat(decimals()).isEqualTo(2);
    }

    @Test
    void prices_are_grouped_and_what_is_not_there_is_a_dash() {
        assertThat(PriceText.price(107_225.5, 2)).isEqualTo("107,225.50");
        assertThat(PriceText.price(null, 2)).isEqualTo("–");
        assertThat(PriceText.count(null)).isEqualTo("–");
    }

    @Test
    void a_change_has_its_sign() {
        assertThat(PriceText.percent(1.234)).isEqualTo("+1.23%");
        assertThat(PriceText.percent(-0.5)).isEqualTo("\u22120.50%");
        assertThat(PriceText.percent(null)).isEqualTo("–");
    }

    @Test
    void volumes_are_whole_where_they_can_be() {
        assertThat(PriceText.volume(64_411_712)).isEqualTo("64,411,712");
        assertThat(PriceText.volume(0.25)).isEqualTo("0.2500");
    }
}
