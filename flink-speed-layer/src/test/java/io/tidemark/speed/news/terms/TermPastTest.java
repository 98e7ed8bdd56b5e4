package io.tidemark.speed.news.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermPastTest {
    private final TermPast past = new TermPast();

    private static TermHour hour(int stories, String... terms) {
        var hour = new TermHour();
        for (int i = 0; i < stories; i++) {
            hour.add(List.of(terms));
        }
        return hour;
    }

    @Test
    void mean_and_variance_of_the_share_are_weighted_exponentially() {
        TermHour first = hour(2, "fed");
        first.add(List.of("oil"));
        first.add(List.of("oil"));
        past.add(first, 0.5);
        assertThat(past.of("fed")).isEqualTo(new TermStatistics(0.25, 0.0625));
        past.add(hour(3, "fed"), 0.5);
        TermStatistics fed = past.of("fed");
        assertThat(fed.mean()).isEqualTo(0.625);
        assertThat(fed.variance()).isCloseTo(0.5 * (0.0625 + 0.5 * 0.75 * 0.75), within(1e-12));
        assertThat(past.of("oil").mean()).isEqualTo(0.125);
    }

    @Test
    void a_term_of_one_story_begins_no_past() {
        past.add(hour(1, "fed"), 0.5);
        assertThat(past.terms).isEmpty();
    }

    @Test
    void a_term_that_stays_away_is_forgotten() {
        past.add(hour(2, "fed"), 0.5);
        for (int i = 0; i < 20; i++) {
            past.add(hour(2, "oil"), 0.5);
        }
        assertThat(past.terms).containsExactly("oil");
    }

    @Test
    void when_there_is_no_room_the_rarest_go() {
        var hour = new TermHour();
        hour.terms = new String[TermPast.CAPACITY + 10];
        hour.counts = new int[TermPast.CAPACITY + 10];
        for (int i = 0; i < hour.terms.length; i++) {
            hour.terms[i] = String.format("t%06d", i);
            hour.counts[i] = i % 2 == 0 && i < 20 ? 2 : 3;
        }
        hour.size = hour.terms.length;
        hour.stories = 100;
        past.add(hour, 0.5);
        assertThat(past.terms).hasSize(TermPast.CAPACITY).isSorted();
        assertThat(past.terms).doesNotContain("t000000", "t000018").contains("t000001", "t000020");
    }

    @Test
    void a_score_is_a_difference_in_deviations_and_none_without_news() {
        assertThat(TermStatistics.NONE.score(1, 10)).isZero();
        assertThat(TermStatistics.NONE.score(5, 10)).isEqualTo(4);
        assertThat(new TermStatistics(0.1, 0.0004).score(20, 100)).isCloseTo(10 / 3.0, within(1e-9));
    }
}
