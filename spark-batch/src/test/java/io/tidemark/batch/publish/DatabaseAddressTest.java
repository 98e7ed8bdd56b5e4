package io.tidemark.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void its_text_does_not_show_the_password() {
        assertThat(new DatabaseAddress("jdbc:postgresql://h/d", "batch_writer", "secret"))
                .hasToString("jdbc:postgresql://h/d as batch_writer");
    }
}
