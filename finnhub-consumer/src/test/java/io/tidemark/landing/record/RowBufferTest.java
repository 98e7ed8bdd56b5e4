package io.tidemark.landing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowBufferTest {
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");

    @ParameterizedTest
    @CsvSource({
        "129.58, 129.58",
        "100, 100",
        "0, 0",
        "-0.0, 0",
        "0.1, 0.1",
        "0.00012345, 0.00012345",
        "5e-8, 0.00000005",
        "1e7, 10000000",
        "1.0E15, 1000000000000000",
        "123456789.123456, 123456789.123456",
        "0.30000000000000004, 0.30000000000000004",
        "9007199254740991, 9007199254740991"
    })
    void a_number_is_the_shortest_plain_decimal(double value, String text) {
        assertThat(decimal(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, Double.MAX_VALUE, 1e308, 4.9e-320, 1.2345e300, 0.1 + 0.7})
    void extreme_numbers_are_plain_and_read_back_as_they_were(double value) {
        assertThat(decimal(value)).matches(PLAIN);
        assertThat(Double.parseDouble(decimal(value))).isEqualTo(value);
    }

    @Test
    void any_number_reads_back_as_it_was() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double bits = Math.abs(Double.longBitsToDouble(random.nextLong()));
            double price = random.nextInt(100_000_000) / Math.pow(10, random.nextInt(9));
            assertReadsBack(Double.isFinite(bits) ? bits : 1);
            assertReadsBack(price);
            assertReadsBack(random.nextDouble() * 1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, -1, 1_795_179_600_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void whole_numbers_are_written_in_full(long value) {
        var row = new RowBuffer();
        row.number(value);
        assertThat(text(row)).isEqualTo(String.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "AAPL; AAPL",
                "IC MARKETS:1; IC MARKETS:1",
                "BRK,B; \"BRK,B\"",
                "say \"hi\"; \"say \"\"hi\"\"\"",
                "Ä; Ä",
                "€,😀; \"€,😀\""
            })
    void text_is_quoted_only_where_it_must_be(String field, String expected) throws CharacterCodingException {
        var row = new RowBuffer();
        row.text(field);
        assertThat(text(row)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "\r", "\n", "Ä\n"})
    void text_with_a_line_break_is_quoted(String field) throws CharacterCodingException {
        var row = new RowBuffer();
        row.text(field);
        assertThat(text(row)).isEqualTo('"' + field + '"');
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThatThrownBy(() -> new RowBuffer().text("A\ud83d")).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void a_row_may_be_longer_than_the_buffer_was() throws CharacterCodingException {
        var row = new RowBuffer();
        String longText = "x".repeat(100_000);
        row.text(longText);
        row.raw(',');
        row.text(longText + "ü");
        assertThat(text(row)).isEqualTo(longText + "," + longText + "ü");
        row.reset();
        row.number(5);
        assertThat(text(row)).isEqualTo("5");
    }

    private static void assertReadsBack(double value) {
        String text = decimal(value);
        if (Double.parseDouble(text) != value || !PLAIN.matcher(text).matches()) {
            assertThat(text).as("%s as a plain decimal", value).isNull();
        }
    }

    private static String decimal(double value) {
        var row = new RowBuffer();
        row.decimal(value);
        return text(row);
    }

    private static String text(RowBuffer row) {
        return new String(row.bytes(), 0, row.length(), StandardCharsets.UTF_8);
    }
}
