package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksTest {
    @Test
    void the_looks_of_the_market_are_told_apart_from_others() {
        Looks looks = Looks.read("""
                # TYPE tidemark_dashboard_look_seconds summary
                tidemark_dashboard_look_seconds_count{feed="market"} 40
                tidemark_dashboard_look_seconds_sum{feed="market"} 2.5
                tidemark_dashboard_look_seconds_count{feed="news"} 7
                tidemark_dashboard_look_seconds_sum{feed="news"} 0.7
                """);

        assertThat(looks).isEqualTo(new Looks(40, 2.5));
        assertThat(looks.since(new Looks(20, 1.5), 10)).isEqualTo("2.0 looks/s into the database, 50 ms each");
    }
}
