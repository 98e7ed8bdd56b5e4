package io.tidemark.batch.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreciseSumTest {

    @Test
    void the_sum_is_the_double_nearest_to_the_exact_sum_in_any_order() {
        var random = new Random(6);
        for (int round = 0; round < 200; round++) {
            List<Double> values = new ArrayList<>();
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < 1_000; i++) {
                double value = random.nextDouble() * Math.pow(10, random.nextInt(12) - 4);
                values.add(value);
                exact = exact.add(new BigDecimal(value));
            }
            Collections.shuffle(values, random);
            var sum = new PreciseSum();
            values.forEach(sum::add);
            assertThat(sum.value()).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void products_are_summed_without_rounding_them() {
        var random = new Random(7);
        var sum = new PreciseSum();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 10_000; i++) {
            double price = random.nextInt(1_000_000) / 100.0;
            double volume = random.nextInt(1_000_000) / 1e6;
            sum.addProduct(price, volume);
            exact = exact.add(new BigDecimal(price).multiply(new BigDecimal(volume)));
        }
        assertThat(sum.value()).isEqualTo(exact.doubleValue());
    }

    @Test
    void partial_sums_add_up_to_the_whole() {
        var random = new Random(8);
        var whole = new PreciseSum();
        var left = new PreciseSum();
        var right = new PreciseSum();
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextDouble() * 1e6;
            whole.add(value);
            (random.nextBoolean() ? left : right).add(value);
        }
        left.add(right);
        assertThat(left.value()).isEqualTo(whole.value());
    }
}
