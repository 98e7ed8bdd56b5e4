package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.market.BarInterval;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartQueriesTest {
    @Test
    void every_interval_is_asked_for_with_its_first_window_and_each_step_back() {
        List<ChartQueries.Question> questions = ChartQueries.all(List.of("S01", "S02"), 7);

        assertThat(questions).doesNotHaveDuplicates().hasSize(2 * BarInterval.values().length * 4);
        assertThat(questions).filteredOn(question -> question.depth() == 0).hasSize(10);
        assertThat(questions).isNotEqualTo(ChartQueries.all(List.of("S01", "S02"), 8));
    }

    @Test
    void so_many_dates_are_stored_that_they_hold_the_bars_asked_for() {
        LocalDate today = LocalDate.of(2026, 11, 27);

        assertThat(StoredMarket.datesBefore(today, 50L * 1440 * 2 + 1, 50))
                .containsExactly(today.minusDays(3), today.minusDays(2), today.minusDays(1));
        assertThat(StoredMarket.datesBefore(today, 50_000_000, 50)).hasSize(695).doesNotContain(today);
    }
}
