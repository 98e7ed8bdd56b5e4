package io.tidemark.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeOrderTest {
    private static final long HOUR_MS = 3_600_000;

    private static TimeOrder piece(int partition, long firstOffset, long... times) {
        var order = new TimeOrder();
        for (int i = 0; i < times.length; i++) {
            order.add(1, partition, firstOffset + i, times[i]);
        }
        order.close();
        return order;
    }

    private static long descents(TimeOrder... pieces) {
        var all = new TimeOrder();
        for (TimeOrder piece : pieces) {
            all.merge(piece);
        }
        return all.descents();
    }

    @Test
    void a_row_older_than_the_row_before_it_is_out_of_order() {
        assertThat(descents(piece(0, 0, 5, 5, 9, 4, 6, 3))).isEqualTo(2);
    }

    @Test
    void steps_between_pieces_count_whatever_order_they_come_in() {
        assertThat(descents(piece(0, 20, 8, 9), piece(0, 0, 1, 10), piece(0, 10, 12)))
                .isEqualTo(1);
    }

    @Test
    void partitions_have_orders_of_their_own() {
        assertThat(descents(piece(0, 0, 50), piece(1, 1, 40), piece(0, 2, 60))).isZero();
    }

    @Test
    void hours_have_orders_of_their_own_since_files_have() {
        assertThat(descents(piece(0, 0, HOUR_MS + 1), piece(0, 1, HOUR_MS - 1), piece(0, 2, HOUR_MS + 2)))
                .isZero();
    }
}
