package io.tidemark.batch.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeSizesTest {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.DOWN);

    private static List<Double> sizes(double... added) throws IOException {
        var sizes = new TradeSizes();
        for (double size : added) {
            sizes.add(size);
        }
        List<Double> written = new ArrayList<>();
        sizes.write("X", (base, row) -> written.add(row.getDouble(1)));
        return written;
    }

    @Test
    void sizes_are_cut_to_three_digits_and_come_in_their_order() throws IOException {
        assertThat(sizes(12_345, 1, 999, 0.012345, 100.4, 10))
                .containsExactly(0.0123, 1.0, 10.0, 100.0, 999.0, 12_300.0);
    }

    @Test
    void every_decimal_size_is_cut_as_decimal_arithmetic_cuts_it() throws IOException {
        for (int decimals = 0; decimals <= 8; decimals++) {
            for (long units = 1; units < 20_000; units += 3) {
                BigDecimal size = BigDecimal.valueOf(units, decimals);
                assertThat(sizes(size.doubleValue()))
                        .as(size.toPlainString())
                        .containsExactly(size.round(THREE_DIGITS).doubleValue());
            }
        }
    }
}
