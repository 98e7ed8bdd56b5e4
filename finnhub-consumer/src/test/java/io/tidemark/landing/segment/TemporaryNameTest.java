package io.tidemark.landing.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemporaryNameTest {

    @Test
    void a_name_reads_back_as_what_it_was_made_of() {
        var name = new TemporaryName("some-news", 12, 345, UUID.randomUUID());
        assertThat(name.fileName()).startsWith(".part-some-news-12-00000000000000000345-");
        assertThat(TemporaryName.parse(name.fileName())).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trades-2-00000000000000000345.csv",
                ".part-trades-2-345-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".part-trades-2-99999999999999999999-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".part-00000000000000000345-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".part-trades-2-00000000000000000345-uuid.tmp"
            })
    void anything_else_is_not_ours(String fileName) {
        assertThat(TemporaryName.parse(fileName)).isEmpty();
    }
}
