package io.tidemark.servicekit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormsTest {

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "150 s,PT150S", "5m,PT5M", "24H,PT24H", "7d,PT168H", "PT1M30S,PT1M30S", "0s,PT0S"})
    void durations_are_read(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"150", "s", "1.5h", "-3s", "PT-3S", "soon", "9999999999999999s"})
    void other_texts_are_no_durations(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "65536,65536", "64KiB,65536", "2 mib,2097152", "1GiB,1073741824", "12B,12"})
    void sizes_are_read(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5MiB", "MiB", "1kb", "all"})
    void other_texts_are_no_sizes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(text));
    }

    @Test
    void a_secret_is_masked_wherever_it_is_printed() {
        var secret = SecretValue.of(" s3cret\n");

        assertThat(secret).hasToString("********").isEqualTo(SecretValue.of("s3cret"));
        assertThat(List.of(secret).toString()).doesNotContain("s3cret");
        assertThat(secret.reveal()).isEqualTo("s3cret");
    }
}
