package io.tidemark.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TradeMarksTest {

    private static TradeMarks of(int... contentsAndFrames) {
        var marks = new TradeMarks();
        for (int i = 0; i < contentsAndFrames.length; i += 2) {
            marks.add(contentsAndFrames[i], contentsAndFrames[i + 1]);
        }
        return marks;
    }

    @Test
    void equal_prints_within_a_frame_are_no_duplicates() {
        assertThat(of(1, 10, 1, 10, 1, 10, 2, 11).suspectedDuplicates()).isZero();
    }

    @Test
    void a_frame_delivered_three_times_is_suspected_twice() {
        assertThat(of(1, 10, 1, 11, 1, 12).suspectedDuplicates()).isEqualTo(2);
    }

    @Test
    void a_frame_of_two_equal_prints_delivered_twice_is_two_suspects() {
        assertThat(of(1, 10, 1, 10, 1, 11, 1, 11).suspectedDuplicates()).isEqualTo(2);
    }

    @Test
    void deliveries_that_different_tasks_have_read_are_found_together() {
        TradeMarks merged = of(1, 10, 2, 10, 3, 10);
        TradeMarks other = of(4, 12, 3, 11, 1, 11);
        other.trim();
        merged.merge(other);
        assertThat(merged.suspectedDuplicates()).isEqualTo(2);
        assertThat(merged.trades()).isEqualTo(6);
    }
}
