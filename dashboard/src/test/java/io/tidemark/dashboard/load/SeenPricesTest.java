package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPricesTest {
    private static final long MILLISECOND = 1_000_000;

    private final PriceLog log = new PriceLog(List.of("S01", "S02"));
    private final SeenPrices page = new SeenPrices(log);

    private void see(String symbol, long cents, long atMillis) {
        page.see(List.of(new Uidl.Shown(symbol, cents)), atMillis * MILLISECOND);
    }

    private void write(long first, long second, long atMillis) {
        log.add(new long[] {first, second}, atMillis * MILLISECOND);
    }

    @Test
    void a_price_is_as_late_as_it_arrives_after_it_was_written() {
        write(1000, 2000, 10);
        see("S01", 1000, 90);

        assertThat(Percentiles.millis(page.delays(), 50)).isCloseTo(80, within(0.1));
        assertThat(page.shown()).isEqualTo(1);
    }

    @Test
    void a_price_that_was_overtaken_is_as_late_as_the_one_that_overtook_it() {
        write(1000, 2000, 0);
        see("S01", 1000, 50);
        write(1001, 2001, 250);
        write(1002, 2002, 500);
        see("S01", 1002, 600);

        assertThat(page.delays().getTotalCount()).isEqualTo(3);
        assertThat(page.delays().getMaxValue() / 1000.0).isCloseTo(350, within(0.5));
        assertThat(page.skipped()).isEqualTo(1);
    }

    @Test
    void a_price_told_again_counts_once() {
        write(1000, 2000, 0);
        see("S01", 1000, 50);
        see("S01", 1000, 300);

        assertThat(page.delays().getTotalCount()).isEqualTo(1);
        assertThat(page.lastNews()).isEqualTo(50 * MILLISECOND);
    }

    @Test
    void what_was_written_before_the_page_was_there_is_not_late() {
        write(1000, 2000, 0);
        write(1001, 2001, 250);
        see("S02", 2001, 300);

        assertThat(page.delays().getTotalCount()).isEqualTo(1);
        assertThat(page.skipped()).isZero();
        assertThat(page.symbols()).isEqualTo(1);
    }

    @Test
    void a_price_that_nobody_wrote_is_noticed() {
        write(1000, 2000, 0);
        see("S01", 2000, 50);
        see("S99", 1000, 50);

        assertThat(page.strange()).isEqualTo(2);
        assertThat(page.shown()).isZero();
    }

    @Test
    void old_writes_are_forgotten_and_their_prices_may_come_again() {
        for (int i = 0; i <= PriceLog.KEPT; i++) {
            write(1000 + i, 2000 + i, i);
        }

        assertThat(log.knows(0, 1000)).isFalse();
        assertThat(log.knows(0, 1001)).isTrue();
        assertThat(log.writeOf(1, 2000L + PriceLog.KEPT)).isEqualTo(PriceLog.KEPT);
    }
}
