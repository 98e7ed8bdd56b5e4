package io.tidemark.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    private static final String SOURCE = "Evening Post";

    private static boolean alike(String one, String other) {
        Headline a = Headline.of(one, SOURCE);
        Headline b = Headline.of(other, SOURCE);
        return a.telling()
                && b.telling()
                && (a.equals(b)
                        || a.shorterTexts().contains(b.text())
                        || b.shorterTexts().contains(a.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Fed leaves rates unchanged, signals cuts; FED LEAVES RATES UNCHANGED - SIGNALS CUTS",
                "Fed leaves rates unchanged, signals cuts; Breaking: Fed leaves the rates unchanged, signals cuts",
                "Fed leaves rates unchanged, signals cuts; Fed leaves rates unchanged, signals cuts | Evening Post",
                "Fed leaves rates unchanged, signals cuts; Fed leaves key rates unchanged, signals cuts",
                "Nestlé’s profit rises on higher prices again; Nestles profit rises on higher prices again",
                "Oil slips before inflation data, dollar steady; UPDATE: Oil slips before inflation data, dollar steady, sources say",
                "Oil slips before inflation data, dollar steady; Oil slips before inflation data, dollar steady - report",
                "Acme pays $1,200.5 million for its rival Bolt; Update 2 - Acme pays $1200.5 million for rival Bolt",
            })
    void the_same_story_in_other_clothes_is_near_identical(String one, String other) {
        assertThat(alike(one, other)).isTrue();
        assertThat(alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Acme beats estimates on strong cloud sales; Acme misses estimates on strong cloud sales",
                "Bank raises price target of Acme to buy; Bank raises price target of Bolt to buy",
                "Acme sues Bolt over stolen battery patents; Bolt sues Acme over stolen battery patents",
                "Acme shares up 5% after earnings report; Acme shares up 6% after earnings report",
                "Acme says merger talks with Bolt go on; Acme says merger talks with Bolt go not on",
                "Acme shares fall after weak earnings report; Acme shares fall 12 after weak earnings report",
                "Acme to cut 1.5 percent of its workforce soon; Acme to cut 15 percent of its workforce soon",
                "Acme gains +3 on weak market day today; Acme gains -3 on weak market day today",
            })
    void one_word_of_weight_makes_another_story(String one, String other) {
        assertThat(alike(one, other)).isFalse();
    }

    @Test
    void general_headlines_are_not_compared() {
        assertThat(Headline.of("Stocks to watch today", SOURCE).telling()).isFalse();
        assertThat(Headline.of("", "").telling()).isFalse();
        assertThat(Headline.of("?!...", "").words()).isEmpty();
    }

    @Test
    void what_follows_a_dash_stays_unless_it_is_the_publisher() {
        assertThat(Headline.of("Markets fall for third day - traders flee", SOURCE)
                        .words())
                .contains("flee");
        assertThat(Headline.of("Markets fall for third day - Evening Post", SOURCE)
                        .words())
                .doesNotContain("post");
        assertThat(Headline.of("Markets fall for third day - Example", "example.com")
                        .words())
                .doesNotContain("example");
    }

    @Test
    void its_text_brings_it_back() {
        Headline headline = Headline.of("Fed leaves rates unchanged, signals cuts", SOURCE);
        assertThat(Headline.parse(headline.text())).isEqualTo(headline);
        assertThat(Headline.parse("").words()).isEmpty();
    }
}
