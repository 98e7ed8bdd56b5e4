package io.tidemark.landing.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvFieldsTest {

    @Test
    void fields_are_read_with_and_without_quotes() throws BadRowException {
        CsvFields fields = split("AAPL,129.58,\"a \"\"b\"\", c\"");
        assertThat(fields.text(0)).isEqualTo("AAPL");
        assertThat(fields.decimal(1)).isEqualTo(129.58);
        assertThat(fields.text(2)).isEqualTo("a \"b\", c");
    }

    @Test
    void the_last_field_may_be_empty() throws BadRowException {
        assertThat(split("a,5,").text(2)).isEmpty();
        assertThat(split("a,5,").number(1)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a,b,c,d", "a,\"b,c", "a,b\"c,d", "a,b\rc,d", "a,\"b\"c,d", "a,b,c,"})
    void a_line_of_another_shape_is_refused(String line) {
        assertThatThrownBy(() -> split(line)).isInstanceOf(BadRowException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e5", "1.", ".5", "1.2.3", "NaN", "0x1", " 1", "1d"})
    void only_plain_decimals_are_numbers(String field) throws BadRowException {
        CsvFields fields = split("a," + field + ",c");
        assertThatThrownBy(() -> fields.decimal(1)).isInstanceOf(BadRowException.class);
        assertThatThrownBy(() -> fields.number(1)).isInstanceOf(BadRowException.class);
    }

    private static CsvFields split(String line) throws BadRowException {
        byte[] bytes = ("x" + line + "\n").getBytes(StandardCharsets.UTF_8);
        var fields = new CsvFields(3);
        fields.split(bytes, 1, bytes.length - 1);
        return fields;
    }
}
