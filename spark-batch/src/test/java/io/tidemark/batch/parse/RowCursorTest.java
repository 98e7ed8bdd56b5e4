package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCursorTest {
    private static final int CASES = 200_000;

    private static RowCursor at(String text) {
        var cursor = new RowCursor();
        cursor.moveTo(text.getBytes(StandardCharsets.UTF_8), 0);
        return cursor;
    }

    private static void assertSameAsJava(String number) {
        long expected = Double.doubleToRawLongBits(Double.parseDouble(number));
        long read = Double.doubleToRawLongBits(at(number + ",\n").decimal());
        if (read != expected) {
            assertThat(Double.longBitsToDouble(read)).as(number).isEqualTo(Double.longBitsToDouble(expected));
        }
    }

    @Test
    void prices_are_read_bit_for_bit_as_java_reads_them() {
        var random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            long digits = random.nextLong(1L << (1 + random.nextInt(53)));
            assertSameAsJava(BigDecimal.valueOf(digits, random.nextInt(10)).toPlainString());
        }
    }

    @Test
    void any_double_is_read_back_bit_for_bit() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertSameAsJava(new BigDecimal(Math.abs(value)).toPlainString());
                assertSameAsJava(new BigDecimal(Double.toString(Math.abs(value))).toPlainString());
            }
        }
    }

    @Test
    void digits_of_any_length_are_read_as_java_reads_them() {
        var random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            var digits = new StringBuilder();
            int length = 1 + random.nextInt(40);
            for (int d = 0; d < length; d++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            digits.insert(random.nextInt(length + 1), '.');
            assertSameAsJava(digits.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "1.",
                ".5",
                "9007199254740992",
                "9007199254740993",
                "9007199254740991.5",
                "0.1",
                "0.3",
                "123456789012345678901234567890",
                "922337203685477580.7",
                "922337203685477581",
                "0.0000000000000000000001",
                "0.00000000000000000000001",
                "179769313486231570000000000000000000000000000000000000000000000000000000"
            })
    void the_edges_of_the_fast_path_are_read_as_java_reads_them(String number) {
        assertSameAsJava(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-1", "+1", "1e3", "1.2.3", "NaN", "Infinity", "1d", "0x1p3", " 1", "1 ", "\"1\"", "1\n"
            })
    void whatever_is_no_plain_decimal_is_refused(String text) {
        assertThatThrownBy(() -> at(text + ",\n").decimal())
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("no plain number");
    }

    @Test
    void integers_are_read_up_to_eighteen_digits() {
        assertThat(at("0,\n").integer()).isZero();
        assertThat(at("999999999999999999,\n").integer()).isEqualTo(999_999_999_999_999_999L);
        assertThat(at("42\n").lastInteger()).isEqualTo(42);
        assertThatThrownBy(() -> at("1000000000000000000,\n").integer()).isInstanceOf(MalformedRowException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {",\n", "-1,\n", "1.0,\n", "1\n", "\n"})
    void whatever_is_no_whole_number_is_refused(String text) {
        assertThatThrownBy(() -> at(text).integer()).isInstanceOf(MalformedRowException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "", "IC MARKETS:1", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"\"", "Zürich"})
    void a_text_field_ends_at_its_comma_and_not_at_one_in_quotes(String field) {
        RowCursor cursor = at(field + ",1,\n");
        int length = field.getBytes(StandardCharsets.UTF_8).length;
        assertThat(cursor.text()).isEqualTo(length);
        assertThat(cursor.integer()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL\n", "A\"B,\n", "\"open,\n", "\"closed\"x,\n", "\"closed\"\n", "\"\n"})
    void a_text_field_that_does_not_end_as_it_should_is_refused(String text) {
        assertThatThrownBy(() -> at(text).text()).isInstanceOf(MalformedRowException.class);
    }
}
