package io.tidemark.speed.news.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermHourTest {
    private final TermHour hour = new TermHour();

    @Test
    void counts_are_exact_while_there_is_room() {
        var random = new Random(1);
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String term = "t" + random.nextInt(3_000);
            hour.add(List.of(term));
            expected.merge(term, 1, Integer::sum);
        }
        assertThat(hour.stories).isEqualTo(10_000);
        assertThat(hour.size).isEqualTo(expected.size());
        expected.forEach((term, count) -> assertThat(hour.count(term)).isEqualTo(count));
        assertThat(hour.count("absent")).isZero();
    }

    @Test
    void beyond_its_room_frequent_terms_stay_and_lose_no_more_than_is_said() {
        for (int i = 0; i < 3 * TermHour.CAPACITY; i++) {
            hour.add(List.of("rare" + i, "often"));
        }
        assertThat(hour.size).isLessThanOrEqualTo(TermHour.CAPACITY);
        assertThat(hour.undercount).isBetween(1, 6);
        assertThat(hour.count("often")).isEqualTo(3 * TermHour.CAPACITY - hour.undercount);
    }

    @Test
    void a_term_with_a_row_is_never_dropped() {
        hour.add(List.of("shown"));
        hour.sent[0] = true;
        for (int i = 0; i < 2 * TermHour.CAPACITY; i++) {
            hour.add(List.of("rare" + i));
        }
        assertThat(hour.count("shown")).isEqualTo(1);
    }
}
