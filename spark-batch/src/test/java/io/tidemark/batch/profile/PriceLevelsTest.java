package io.tidemark.batch.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PriceLevelsTest {

    private static List<String> written(PriceLevels levels) throws IOException {
        List<String> rows = new ArrayList<>();
        levels.write("X", (base, row) -> rows.add(text(row)));
        return rows;
    }

    /** Price, step, volume and trades. */
    private static String text(Row row) {
        return row.getDouble(2) + " " + row.getDouble(3) + " " + row.getDouble(4) + " " + row.getLong(5);
    }

    @Test
    void a_bin_has_four_significant_digits() throws IOException {
        var levels = new PriceLevels();
        levels.add(187.42, 100);
        levels.add(187.49, 50);
        levels.add(187.5, 1);
        assertThat(written(levels)).containsExactly("187.4 0.1 150.0 2", "187.5 0.1 1.0 1");
    }

    @Test
    void all_bins_have_the_step_of_the_greatest_price() throws IOException {
        var levels = new PriceLevels();
        levels.add(99.95, 1);
        levels.add(99.99, 2);
        levels.add(100, 4);
        assertThat(written(levels)).containsExactly("99.9 0.1 3.0 2", "100.0 0.1 4.0 1");
    }

    @Test
    void a_price_far_below_the_greatest_falls_into_the_lowest_bin() throws IOException {
        var levels = new PriceLevels();
        levels.add(0.0001, 7);
        levels.add(5_000, 1);
        assertThat(written(levels)).containsExactly("0.0 1.0 7.0 1", "5000.0 1.0 1.0 1");
    }

    @Test
    void every_decimal_price_is_in_the_bin_that_decimal_arithmetic_gives() throws IOException {
        for (int decimals = 0; decimals <= 8; decimals++) {
            for (long units = 1; units < 40_000; units += 7) {
                BigDecimal price = BigDecimal.valueOf(units, decimals);
                BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(price.precision() - price.scale() - 1 - 3);
                BigDecimal bin = price.divideToIntegralValue(step).multiply(step);
                var levels = new PriceLevels();
                levels.add(price.doubleValue(), 1);
                assertThat(written(levels))
                        .as(price.toPlainString())
                        .containsExactly(bin.doubleValue() + " " + step.doubleValue() + " 1.0 1");
            }
        }
    }

    @Test
    void nothing_is_written_of_a_symbol_without_volume() throws IOException {
        assertThat(written(new PriceLevels())).isEmpty();
    }
}
